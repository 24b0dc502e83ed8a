"""The rules from acts to states, as data."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from accord.errors import VocabularyError
from accord.ledger.rules import Rules
from vocabularies import Replaced

DATA = json.loads(files("accord.vocabulary").joinpath("en/acts/relation_rules.json").read_text("utf-8"))
ACTS = {
    entry["id"]
    for entry in json.loads(files("accord.vocabulary").joinpath("en/acts/acts.json").read_text("utf-8"))
}


def load(**changes: Any) -> Rules:
    return Rules.load(Replaced(file="en/acts/relation_rules.json", data={**DATA, **changes}))


def test_every_rule_is_of_an_act_that_is_coded() -> None:
    assert {rule["act"] for rule in DATA["rules"]} <= ACTS


@pytest.mark.parametrize("act", ["visit", "talks", "attack", "withdraw-troops", "seize-power", "sign-treaty"])
def test_acts_that_change_no_state_have_no_rule(act: str) -> None:
    assert (act, "happened") not in Rules.load().by_act


@pytest.mark.parametrize(
    ("act", "aspect", "level"),
    [
        ("recognise-government", "recognition", "recognised as a government"),
        ("withdraw-recognition", "recognition", "withdrawn"),
        ("sever-relations", "relations", "severed"),
        ("close-mission", "mission", "None"),
        ("recall-ambassador", "head of mission", "recalled"),
        ("delist", "designation", "delisted"),
        ("ease-sanctions", "sanctions", "eased"),
        ("freeze-assets", "assets", "frozen"),
    ],
)
def test_an_act_brings_about_its_level(act: str, aspect: str, level: str) -> None:
    assert [(rule.aspect, rule.level) for rule in Rules.load().by_act[act, "happened"]] == [(aspect, level)]


def test_no_level_ends_itself() -> None:
    assert all(level not in ended for (_, level), ended in Rules.load().ends.items())


def test_a_level_that_nothing_brings_about_is_refused() -> None:
    rule = {"act": "delist", "aspect": "designation", "from": "actor", "to": "recipient", "level": "delisted"}
    with pytest.raises(VocabularyError, match="'desginated' of designation"):
        load(refines={}, rules=[{**rule, "ends": ["desginated"]}])


def test_an_unknown_aspect_or_field_is_refused() -> None:
    rule = {"act": "delist", "aspect": "trade", "from": "actor", "to": "recipient", "level": "free"}
    with pytest.raises(VocabularyError, match="trade"):
        load(rules=[rule])
    with pytest.raises(VocabularyError, match="colour"):
        load(rules=[{**rule, "aspect": "relations", "colour": "red"}])


def test_a_rule_with_one_party_is_refused() -> None:
    rule = {"act": "delist", "aspect": "designation", "from": "actor", "to": "actor", "level": "delisted"}
    with pytest.raises(VocabularyError, match="one role"):
        load(refines={}, rules=[rule])


def test_refining_an_unknown_level_is_refused() -> None:
    with pytest.raises(VocabularyError, match="'refines' names the level 'grand'"):
        load(refines={"mission": {"Embassy": "grand"}})


def test_severed_relations_end_every_level_of_a_mission_that_rests_on_them() -> None:
    ended = Rules.load().across["relations", "severed"]
    assert {("mission", level) for level in ("Embassy", "Legation", "Liaison", "open")} <= ended
    assert ("mission", "Interests") not in ended
