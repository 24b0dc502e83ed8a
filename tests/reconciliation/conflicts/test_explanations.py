"""One sentence tells a conflict and names who says what."""

from __future__ import annotations

import pytest

from accord.reconciliation.claims.claim_drafts import Said
from accord.reconciliation.conflicts.explanations import Explainer
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import TIME
from accord.records import Evidence
from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import only, recognition

SOURCES = Sources(
    story(
        ReadingBuilder("a", "The ferry sank.", source="Tide"),
        ReadingBuilder("b", "The ferry sank.", source="Tide"),
        ReadingBuilder("c", "The ferry sank."),
    ).readings
)


def said(label: str, *reports: str) -> Said[object]:
    return Said(label, label, tuple(Evidence(report, 0, 9, "The ferry") for report in reports))


def explained(*sides: Said[object]) -> str:
    assert TIME.disagreement is not None
    return Explainer(SOURCES).explain(TIME.disagreement, "the loss", sides)


def test_reports_go_by_source_and_where_that_is_shared_or_missing_by_id() -> None:
    assert explained(said("2031-05", "a", "b"), said("2031-06-01", "c")) == (
        "Reports give different times for the loss: Tide (a) and Tide (b) say May 2031; c says 1 June 2031."
    )


def test_a_report_that_contradicts_itself_is_told_as_one() -> None:
    assert explained(said("2031-05", "a"), said("2031-06", "a")).startswith("One report gives")


def test_nobody_is_said_to_say_more_than_it_does() -> None:
    parts = (said("2031-05-29", "a"), said("2031-05", "c"))
    side = Said("2031-05-29", "2031-05-29", (*parts[0].evidence, *parts[1].evidence), parts)
    assert "Tide (a) says 29 May 2031, c says May 2031;" in explained(side, said("2031-06", "b"))


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
