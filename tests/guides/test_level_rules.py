"""The rules from acts to the level of a mission, as data."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, get_args

import pytest

from accord.errors import VocabularyError
from accord.guides.level_rules import MissionRules
from accord.guides.mission_acts import ActKind
from vocabularies import Replaced

DATA = json.loads(files("accord.vocabulary").joinpath("en/acts/mission_rules.json").read_text("utf-8"))


def load(**changes: Any) -> MissionRules:
    return MissionRules.load(Replaced(file="en/acts/mission_rules.json", data={**DATA, **changes}))


def test_every_rule_is_of_an_act_that_is_read() -> None:
    assert {rule["act"] for rule in DATA["rules"]} <= set(get_args(ActKind))


def test_an_embassy_is_the_highest_level_and_none_the_lowest() -> None:
    assert DATA["order"][0] == "None"
    assert DATA["order"][-1] == "Embassy"


def test_a_level_that_the_order_lacks_is_refused() -> None:
    with pytest.raises(VocabularyError, match="'Embasy'"):
        load(rules=[{"act": "open", "level": "Embasy"}])


@pytest.mark.parametrize("act", ["sever", "interrupt", "war"])
def test_what_ends_relations_closes_every_mission_that_rests_on_them(act: ActKind) -> None:
    (rule,) = MissionRules.load().by_act[act]
    assert rule.level == "None"
    assert {"Embassy", "Legation", "Ambassador Nonresident", "Envoy Nonresident"} <= set(rule.at)
