"""Acts and their sorts."""

from __future__ import annotations

from typing import get_args

from accord.guides.level_rules import MissionRules
from accord.guides.mission_acts import RESIDENT, SORTS, ActKind


def test_every_sorted_act_is_an_act_and_has_a_rule() -> None:
    assert set(SORTS) <= set(get_args(ActKind))
    assert set(SORTS) <= set(MissionRules.load().by_act) | {"establish"}


def test_what_goes_brings_no_resident_mission() -> None:
    rules = MissionRules.load().by_act
    brought = {rule.level for act, sort in SORTS.items() if sort == "goes" for rule in rules[act]}
    assert not brought & RESIDENT
