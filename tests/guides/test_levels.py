"""From acts to levels: what each act does, and that the order of posting does not matter."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.guides.level_rules import MissionRules
from accord.guides.levels import changes
from accord.guides.mission_acts import ActKind, MissionAct
from accord.records import Evidence

RULES = MissionRules.load()
KINDS: tuple[ActKind, ...] = (
    "open", "close", "raise", "present", "appoint", "arrive", "interim", "promote",
    "establish", "sever", "interrupt", "resume", "war",
)  # fmt: skip
LEVELS = ("Embassy", "Legation", "Consulate", "Liaison", "Interests", None)


def act(kind: ActKind, level: str | None, day: str, away: bool = False, source: str = "prose") -> MissionAct:
    return MissionAct(kind, level, day, Evidence("guide", 0, 1, day[:1]), source=source, away=away)


def levels(*acts: MissionAct) -> list[tuple[str, str]]:
    return [(change.level, change.date) for change in changes(acts, RULES)]


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([("open", "Legation", "1905-06-05")], [("Legation", "1905-06-05")]),
        (
            [("open", "Legation", "1905-06-05"), ("raise", "Embassy", "1942-05-13")],
            [("Legation", "1905-06-05"), ("Embassy", "1942-05-13")],
        ),
        (
            [("open", "Embassy", "1945-06-05"), ("sever", None, "1967-06-06")],
            [("Embassy", "1945-06-05"), ("None", "1967-06-06")],
        ),
        (
            [("open", "Embassy", "1945-06-05"), ("war", None, "1967-06-06")],
            [("Embassy", "1945-06-05"), ("None", "1967-06-06")],
        ),
        ([("establish", None, "1905-06-05")], []),
        ([("sever", None, "1905-06-05")], []),
        ([("present", "Legation", "1905-06-05")], [("Legation", "1905-06-05")]),
        # The head was received before the mission was opened: he resided elsewhere.
        (
            [("present", "Embassy", "1960-06-05"), ("open", "Embassy", "1961-06-05")],
            [("Ambassador Nonresident", "1960-06-05"), ("Embassy", "1961-06-05")],
        ),
        # The credentials of the first ambassador follow the elevation and do not date it.
        (
            [
                ("open", "Legation", "1905-06-05"),
                ("present", "Embassy", "1942-05-13"),
                ("raise", "Embassy", "1942-08-01"),
            ],
            [("Legation", "1905-06-05"), ("Embassy", "1942-08-01")],
        ),
        # After a break the mission is back with the credentials; after an interruption with the relations.
        (
            [
                ("open", "Legation", "1905-06-05"),
                ("sever", None, "1917-04-20"),
                ("resume", None, "1927-02-17"),
                ("present", "Legation", "1927-10-12"),
            ],
            [("Legation", "1905-06-05"), ("None", "1917-04-20"), ("Legation", "1927-10-12")],
        ),
        (
            [
                ("open", "Legation", "1905-06-05"),
                ("interrupt", None, "1917-04-20"),
                ("resume", None, "1927-02-17"),
                ("present", "Legation", "1927-10-12"),
            ],
            [("Legation", "1905-06-05"), ("None", "1917-04-20"), ("Legation", "1927-02-17")],
        ),
        # On one day the last level counts: an interests section takes the place of the broken mission.
        (
            [
                ("open", "Embassy", "1945-06-05"),
                ("sever", None, "1967-06-06"),
                ("open", "Interests", "1967-06-06"),
            ],
            [("Embassy", "1945-06-05"), ("Interests", "1967-06-06")],
        ),
        # A consulate beside an embassy changes nothing.
        (
            [("open", "Embassy", "1945-06-05"), ("open", "Consulate", "1950-06-05")],
            [("Embassy", "1945-06-05")],
        ),
    ],
)
def test_acts_bring_about_levels(
    acts: list[tuple[ActKind, str | None, str]], expected: list[tuple[str, str]]
) -> None:
    assert levels(*(act(*told) for told in acts)) == expected


def test_an_envoy_who_resides_elsewhere_makes_no_mission() -> None:
    assert levels(act("present", "Embassy", "1981-11-10", away=True)) == [
        ("Ambassador Nonresident", "1981-11-10")
    ]


def test_a_closed_embassy_whose_work_an_ambassador_elsewhere_does_is_not_gone() -> None:
    found = levels(act("open", "Embassy", "1969-08-01"), act("close", "Embassy", "1995-10-31", away=True))
    assert found[-1] == ("Ambassador Nonresident", "1995-10-31")


def test_a_charge_stands_for_the_mission_that_follows() -> None:
    raised = levels(act("present", None, "1849-01-03"), act("raise", "Embassy", "1942-01-04"))
    assert raised == [("Legation", "1849-01-03"), ("Embassy", "1942-01-04")]
    opened = levels(act("present", None, "1960-08-17"), act("open", "Embassy", "1961-03-20"))
    assert opened == [("Ambassador Nonresident", "1960-08-17"), ("Embassy", "1961-03-20")]
    assert levels(act("present", None, "1849-01-03")) == [("Legation", "1849-01-03")]
    assert levels(act("present", None, "1980-01-03")) == [("Embassy", "1980-01-03")]


acts_of_any_kind = st.lists(
    st.builds(
        act,
        kind=st.sampled_from(KINDS),
        level=st.sampled_from(LEVELS),
        day=st.dates(date(1800, 1, 1), date(2020, 1, 1)).map(date.isoformat),
        away=st.booleans(),
        source=st.sampled_from(["prose", "list"]),
    ),
    max_size=8,
    unique_by=lambda a: a.date,
)


@given(acts=acts_of_any_kind, seed=st.randoms(use_true_random=False))
def test_the_order_of_posting_does_not_matter(acts: list[MissionAct], seed: object) -> None:
    shuffled = list(acts)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert changes(shuffled, RULES) == changes(acts, RULES)


@given(acts=acts_of_any_kind)
def test_changes_go_forward_and_each_changes_the_level(acts: list[MissionAct]) -> None:
    found = changes(acts, RULES)
    assert [change.date for change in found] == sorted(change.date for change in found)
    assert all(one.level != other.level for one, other in pairwise(found))
    assert {change.level for change in found} <= set(RULES.order)


@given(acts=acts_of_any_kind)
def test_every_change_quotes_an_act(acts: list[MissionAct]) -> None:
    told = {a.evidence for a in acts}
    assert all(set(change.evidence) <= told and change.evidence for change in changes(acts, RULES))


@given(acts=acts_of_any_kind)
def test_a_break_of_relations_leaves_no_mission(acts: list[MissionAct]) -> None:
    found = changes([*acts, act("sever", None, "2021-01-01")], RULES)
    if found:
        assert found[-1].level in {"None", "Interests", "Consulate", "Consul Nonresident"}
