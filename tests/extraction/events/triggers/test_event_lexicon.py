"""The event vocabulary says what its loader allows, and the loader tells what is wrong."""

from __future__ import annotations

import re

import pytest

from accord.errors import VocabularyError
from accord.extraction.events.modality.cues import Words
from accord.extraction.events.triggers.event_lexicon import (
    TYPES,
    Lexicon,
    Pattern,
    spellings,
)
from accord.records import Event
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

_ACTS = {
    "recognise-state", "recognise-government", "recognise", "withdraw-recognition", "establish-relations",
    "sever-relations", "interrupt-relations", "resume-relations", "agrement", "present-credentials",
    "accept-credentials", "accredit-envoy", "accredit-nonresident", "appoint-ambassador", "appoint-charge",
    "recall-ambassador", "expel", "open-mission", "elevate-mission", "lower-mission", "close-mission",
    "suspend-mission", "reopen-mission", "keep-mission", "designate", "delist", "impose-sanctions",
    "ease-sanctions", "lift-sanctions", "freeze-assets", "release-assets", "sign-treaty", "ratify-treaty",
    "visit", "talks", "attack", "withdraw-troops", "seize-power",
}  # fmt: skip


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def test_the_acts_are_those_that_later_stages_know(lexicon: Lexicon) -> None:
    assert set(lexicon.acts) == _ACTS
    assert "type" in Event.__struct_fields__


def test_every_act_can_be_found(lexicon: Lexicon) -> None:
    senses = [s for index in (lexicon.verbs, lexicon.nouns) for found in index.values() for s in found]
    assert {sense.act for sense in senses} - {None} == _ACTS
    assert {sense.type for sense in senses} == TYPES


def test_every_act_has_a_template_with_its_sides(lexicon: Lexicon) -> None:
    for act in lexicon.acts.values():
        assert act.template.startswith("{actor} ")
        assert "{recipient}" in act.template


def test_the_lexicon_is_rich(lexicon: Lexicon) -> None:
    assert len(lexicon.verbs) >= 400


def test_the_most_specific_sense_comes_first(lexicon: Lexicon) -> None:
    for senses in lexicon.verbs.values():
        assert [s.specificity for s in senses] == sorted((s.specificity for s in senses), reverse=True)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("recognize", {"recognize", "recognise"}),
        ("normalization", {"normalization", "normalisation"}),
        ("visit", {"visit"}),
    ],
)
def test_words_are_known_in_both_spellings(word: str, forms: set[str]) -> None:
    assert set(spellings(word)) == forms


def test_no_word_of_factuality_has_two_effects() -> None:
    words = Words.load()
    for effects in (words.verbs, words.nouns, words.adjectives, words.adverbs):
        assert effects
        assert set(effects.values()) <= {
            "planned", "asked", "ordered", "negative", "denied", "possible", "reported",
        }  # fmt: skip


def test_an_unknown_type_is_named() -> None:
    nod = {"id": "nod", "name": "nod", "template": "{actor} nodded at {recipient}", "type": "GREET"}
    with pytest.raises(VocabularyError, match="'GREET' is no type"):
        Lexicon.load(Replaced(file="en/acts/acts.json", data=[nod]))


def test_every_class_of_nouns_is_named_by_a_pattern() -> None:
    files = (f"en/events/event_{kind}.json" for kind in ("verbs", "phrases", "nouns", "adjectives"))
    patterns = [pattern for name in files for pattern in PACKAGED.read(name, list[Pattern])]
    named = {
        word[1:]
        for pattern in patterns
        for words in (pattern.object, pattern.prep, pattern.who)
        for word in re.findall(r"@\w+", words)
    }
    assert set(PACKAGED.read("en/events/event_classes.json", dict[str, str])) - {"amounts"} == named - {
        "name"
    }
