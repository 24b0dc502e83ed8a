"""How a conflict is told: which report says what, under which name."""

from __future__ import annotations

import pytest

from accord.steps import reconcile
from readings import story
from stories import only, recognition


def test_a_report_is_not_said_to_give_a_day_when_it_gives_the_month() -> None:
    dossier = reconcile(
        story(
            recognition("a", "2020-05-29", " on 29 May 2020"),
            recognition("b", "2020-05", " in May 2020"),
            recognition("c", "2020-04", " in April 2020"),
        )
    )
    conflict = only(dossier, "time")
    assert [side.value for side in conflict.sides] == ["2020-05-29", "2020-04"]
    assert conflict.explanation.endswith(": a says 29 May 2020, b says May 2020; c says April 2020.")


@pytest.mark.parametrize("source", ["Northern Wire", None])
def test_sources_are_named_but_judge_nothing(source: str | None) -> None:
    dossier = reconcile(
        story(
            recognition("a", "2020-04", " in April 2020", source=source),
            recognition("b", "2021-04", " in April 2021"),
        )
    )
    conflict = only(dossier, "time")
    assert f"{source or 'a'} says April 2020" in conflict.explanation
    assert len(conflict.sides) == 2
