"""The event vocabulary says what its loader allows, and the loader tells what is wrong."""

from __future__ import annotations

import re

import pytest

from accord.errors import VocabularyError
from accord.extraction.events.triggers.event_lexicon import EventLexicon, spellings
from accord.vocabulary import PACKAGED
from accord.vocabulary.acts import Acts
from accord.vocabulary.event_patterns import Pattern
from accord.vocabulary.event_types import EventTypes
from vocabularies import Replaced


@pytest.fixture(scope="module")
def lexicon() -> EventLexicon:
    return EventLexicon.load()


def test_every_act_and_type_can_be_found(lexicon: EventLexicon) -> None:
    senses = [s for index in (lexicon.verbs, lexicon.nouns) for found in index.values() for s in found]
    assert {sense.act.id for sense in senses if sense.act is not None} == set(Acts.load().by_id)
    assert {sense.type.name for sense in senses} == set(EventTypes.load().by_name)


def test_an_act_lends_its_coding_to_the_patterns_that_name_it(lexicon: EventLexicon) -> None:
    sense = next(s for s in lexicon.verbs["expel"] if s.act is not None)
    assert sense.act is not None
    assert (sense.type.name, sense.mode, sense.cameo) == (sense.act.type, sense.act.mode, sense.act.cameo)


def test_those_who_govern_are_known_by_the_act_that_is_done_to_them(lexicon: EventLexicon) -> None:
    (words,) = lexicon.governing.values()
    assert "government" in words
    assert "embassy" not in words


def test_the_lexicon_is_rich(lexicon: EventLexicon) -> None:
    assert len(lexicon.verbs) >= 400


def test_the_most_specific_sense_comes_first(lexicon: EventLexicon) -> None:
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


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ({"words": "nod", "type": "GREET"}, "'GREET' is no type"),
        ({"words": "nod", "act": "nod"}, "'nod' is no act"),
        ({"words": "nod", "type": "AID", "object": "@hats"}, "'hats' is no class"),
        ({"words": "nod", "type": "AID", "colour": "red"}, "colour"),
    ],
)
def test_a_pattern_that_names_what_is_not_there_is_refused(pattern: dict[str, str], fault: str) -> None:
    with pytest.raises(VocabularyError, match=fault):
        EventLexicon.load(Replaced(file="en/events/event_phrases.json", data=[pattern]))


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
