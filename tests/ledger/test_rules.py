"""The rules from acts to states, as data."""

from __future__ import annotations

from typing import Any

import pytest

from accord.errors import VocabularyError
from accord.ledger.rules import Rules
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

_RULES, _ACTS = "en/acts/relation_rules.json", "en/acts/acts.json"
_CHANGE = {"aspect": "designation", "from": "actor", "to": "recipient", "level": "delisted"}


def load(**changes: Any) -> Rules:
    """The rules with other parts of their file."""
    return Rules.load(Replaced(file=_RULES, data={**PACKAGED.read(_RULES, dict[str, Any]), **changes}))


def load_change(change: dict[str, Any]) -> Rules:
    """The rules where the last act brings about `change`."""
    *acts, last = PACKAGED.read(_ACTS, list[dict[str, Any]])
    return Rules.load(Replaced(file=_ACTS, data=[*acts, {**last, "changes": [change]}]))


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
    with pytest.raises(VocabularyError, match="'desginated' of designation"):
        load_change({**_CHANGE, "ends": ["desginated"]})


def test_an_unknown_aspect_or_field_is_refused() -> None:
    with pytest.raises(VocabularyError, match="trade"):
        load_change({**_CHANGE, "aspect": "trade"})
    with pytest.raises(VocabularyError, match="colour"):
        load_change({**_CHANGE, "colour": "red"})


def test_a_change_between_one_and_the_same_party_is_refused() -> None:
    with pytest.raises(VocabularyError, match="one party"):
        load_change({**_CHANGE, "to": "actor"})


def test_refining_an_unknown_level_is_refused() -> None:
    with pytest.raises(VocabularyError, match="'refines' names the level 'grand'"):
        load(refines={"mission": {"Embassy": "grand"}})


def test_severed_relations_end_every_level_of_a_mission_that_rests_on_them() -> None:
    ended = Rules.load().across["relations", "severed"]
    assert {("mission", level) for level in ("Embassy", "Legation", "Liaison", "open")} <= ended
    assert ("mission", "Interests") not in ended


def test_the_acts_that_recognise_are_known() -> None:
    assert Rules.load().recognising == {"recognise", "recognise-state", "recognise-government"}


def test_the_levels_of_recognition_are_those_that_its_acts_bring_about() -> None:
    rules = Rules.load()
    assert rules.given == {"recognised", "recognised as a state", "recognised as a government"}
    assert rules.withheld == "not recognised"


@pytest.mark.parametrize("told", ["None of them did.", "though no  one has", "but neither has"])
def test_words_for_nobody_are_found_however_they_are_spaced(told: str) -> None:
    assert Rules.load().none.search(told)


def test_words_that_hold_such_a_word_are_not_it() -> None:
    assert Rules.load().none.search("nonetheless") is None


def test_words_for_nobody_are_those_of_the_file() -> None:
    assert load(none=["nary a soul"]).none.search("nary a  soul has")
    assert load(none=["nary a soul"]).none.search("none has") is None


def test_the_position_of_who_receives_envoys_is_one() -> None:
    levels = PACKAGED.read(_RULES, dict[str, Any])["levels"]
    told = [{"level": "meets them", "told": "by envoys", "words": []}, *levels["position"]]
    with pytest.raises(VocabularyError, match="accredits envoys without recognising, meets them"):
        load(levels={**levels, "position": told})
    with pytest.raises(VocabularyError, match="by hearsay"):
        load(levels={**levels, "position": [{"level": "meets them", "told": "by hearsay", "words": []}]})


def test_acts_that_recognise_withhold_one_level_where_they_have_not_happened() -> None:
    change = {"aspect": "recognition", "from": "actor", "to": "recipient", "level": "shunned"}
    acts = PACKAGED.read(_ACTS, list[dict[str, Any]])
    first = {**acts[0], "changes": [*acts[0]["changes"][:-1], {**change, "status": "not happened"}]}
    with pytest.raises(VocabularyError, match="not recognised, shunned"):
        Rules.load(Replaced(file=_ACTS, data=[first, *acts[1:]]))
