"""Lists of heads of mission: what is one, and what its entries record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides import GuideReader
from accord.guides.lists import is_list
from accord.guides.mission_acts import MissionAct
from accord.records import Reading

ENTRY = (
    "Ada Brook, Envoy Extraordinary and Minister Plenipotentiary. Appointed: 1905-03-08. "
    "Credentials presented: 1905-06-09. Left post on 1909-07-01."
)
Acts = Callable[..., tuple[MissionAct, ...]]


def test_a_list_is_told_from_prose(read: Callable[..., Reading], guide_reader: GuideReader) -> None:
    assert is_list(read(f"Chiefs of Mission: Norway\n\n{ENTRY}"), guide_reader.words)
    assert not is_list(read("The Legation in Oslo opened on June 5, 1905."), guide_reader.words)


def test_an_entry_records_the_credentials_at_the_level_of_the_rank(acts: Acts) -> None:
    (act,) = acts(ENTRY)
    assert (act.kind, act.level, act.date, act.source, act.away) == (
        "present",
        "Legation",
        "1905-06-09",
        "list",
        False,
    )
    assert ENTRY[act.evidence.start : act.evidence.end] == act.evidence.text
    assert act.evidence.text.endswith("1905-06-09")


def test_who_stands_in_for_the_head_is_interim(acts: Acts) -> None:
    (act,) = acts("Ada Brook, Chargé d’Affaires ad interim. Credentials presented: 1905-06-09.")
    assert (act.kind, act.level) == ("interim", None)


@pytest.mark.parametrize(
    ("left", "away"), [("Left Oslo", False), ("Left Stockholm", True), ("Left Post", False)]
)
def test_who_left_from_a_city_abroad_resided_there(acts: Acts, left: str, away: bool) -> None:
    (act,) = acts(ENTRY.replace("Left post", left))
    assert act.away is away
