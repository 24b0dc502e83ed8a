"""Words akin: stems and families."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.word_families import ActWords
from vocabularies import Replaced

WORDS = ActWords.load()


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("explosion", "explode"), ("negotiation", "negotiate"), ("settlement", "settle"),
        ("killing", "kill"), ("closure", "close"), ("election", "elect"), ("appearance", "appear"),
        ("arrival", "arrive"), ("organisation", "organize"),
    ],
)  # fmt: skip
def test_a_noun_of_action_has_the_stem_of_its_verb(noun: str, verb: str) -> None:
    assert WORDS.stem(noun) == WORDS.stem(verb)


@pytest.mark.parametrize(
    ("one", "other"), [("ban", "band"), ("visit", "vision"), ("rise", "risk"), ("war", "warn")]
)
def test_words_only_spelt_alike_have_different_stems(one: str, other: str) -> None:
    assert WORDS.stem(one) != WORDS.stem(other)


def test_a_phrase_gives_a_meaning_that_its_verb_has_not() -> None:
    loaded = ActWords.load()
    mention = ActMention("a", 0, "pass", phrases=frozenset({"pass away"}))
    assert "die" in loaded.sense(mention).phrasal
    assert "die" not in loaded.sense(ActMention("a", 0, "pass")).families


@pytest.mark.parametrize("family", [["die"], ["die", "death", "die"]])
def test_a_family_of_one_word_or_with_a_word_twice_is_refused(family: list[str]) -> None:
    file = {
        "about": "",
        "families": {"end": family},
        "light": [],
        "reporting": [],
        "opposites": [],
        "endings": {},
    }
    file["endings"] = {}
    with pytest.raises(VocabularyError, match="'end'"):
        ActWords.load(Replaced(file="en/events/act_words.json", data=file))


def test_families_hold_words_in_lower_case_and_are_sorted() -> None:
    file = json.loads(
        files("accord.vocabulary").joinpath("en/events/act_words.json").read_text(encoding="utf-8")
    )
    assert list(file["families"]) == sorted(file["families"])
    assert all(word == word.lower().strip() for family in file["families"].values() for word in family)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("check in", "check out", True), ("check into", "check in", False), ("check", "check out", False)],
)
def test_particles_can_be_opposites(one: str, other: str, expected: bool) -> None:
    loaded = ActWords.load()
    here, there = (ActMention(text, 0, "check", phrases=frozenset({text})) for text in (one, other))
    assert loaded.opposite(here, there) is loaded.opposite(there, here) is expected


def test_of_two_endings_the_longer_is_cut() -> None:
    endings = {"tion": "t", "isation": "ize"}
    file = {"about": "", "families": {}, "light": [], "reporting": [], "opposites": [], "endings": endings}
    assert (
        ActWords.load(Replaced(file="en/events/act_words.json", data=file)).stem("organisation") == "organiz"
    )


def test_a_mention_is_found_by_its_words_their_stems_and_its_families_and_a_pronoun_by_none() -> None:
    keys = WORDS.sense(ActMention("a", 0, "pass", phrases=frozenset({"pass away", "pass"}))).keys
    assert {"word pass", "act die"} <= set(keys)
    assert list(keys) == sorted(keys)
    assert WORDS.sense(ActMention("a", 0, "it", pronoun=True)).keys == ()
