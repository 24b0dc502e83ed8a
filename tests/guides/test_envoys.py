"""Who a paragraph is about: whose envoy, of which rank, residing where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides.envoys import shared
from accord.guides.mission_acts import MissionAct
from accord.records import Evidence

Acts = Callable[..., tuple[MissionAct, ...]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ambassador Nils Aas presented his credentials to the Acting Secretary on May 1, 1950.", []),
        ("Nils Aas, the Norwegian Ambassador, presented his credentials on May 1, 1950.", []),
        ("Ada Brook, Minister to Norway, presented her credentials on May 1, 1950.", [("Legation", False)]),
        (
            "Ada Brook, former Minister to Sweden, presented her credentials as Ambassador on May 1, 1950.",
            [("Embassy", False)],
        ),
        ("Ada Brook, Minister to Sweden, presented her credentials on May 1, 1950.", [("Legation", True)]),
    ],
)
def test_whose_envoy_presents_them_and_where_he_resides(
    acts: Acts, text: str, told: list[tuple[str | None, bool]]
) -> None:
    assert [(act.level, act.away) for act in acts(text) if act.kind == "present"] == told


def test_all_envoys_of_a_guide_may_reside_elsewhere(acts: Acts) -> None:
    first = "Ambassador Ada Brook presented her credentials on May 1, 1950."
    text = f"{first}\n\nIt rained.\n\nAll Ambassadors to Norway have been resident at Stockholm."
    assert [act.away for act in acts(text) if act.kind == "present"] == [True]


def test_what_one_guide_says_of_an_envoy_holds_for_all() -> None:
    where = Evidence("guide", 0, 1, "I")
    known = MissionAct("present", "Embassy", "1950-05-01", where, away=True)
    bare = MissionAct("present", None, "1950-05-01", where)
    assert [(act.level, act.away) for act in shared((known, bare))] == [("Embassy", True), ("Embassy", True)]
