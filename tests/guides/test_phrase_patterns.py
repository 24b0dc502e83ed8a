"""The small words of guides: every list of the vocabulary is used, in the place that it is for."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from accord.errors import VocabularyError
from accord.guides.phrase_patterns import PhrasePatterns, any_of
from vocabularies import Replaced

FILE = "en/acts/mission_phrases.json"
DATA = json.loads(files("accord.vocabulary").joinpath(FILE).read_text("utf-8"))


def load(**changes: list[str]) -> PhrasePatterns:
    return PhrasePatterns.load(Replaced(file=FILE, data={**DATA, **changes}))


def test_longer_words_come_first_and_spaces_are_free() -> None:
    assert any_of(["be", "been", "as of"]) == r"as\s+of|been|be"


def test_a_list_that_nothing_reads_is_refused() -> None:
    with pytest.raises(VocabularyError, match="unknown"):
        load(unknown=["word"])


def test_every_list_says_what_it_is() -> None:
    assert [name for name in DATA if name != "about" and f"'{name}'" not in DATA["about"]] == []


def test_no_list_has_a_word_twice() -> None:
    assert [name for name, words in DATA.items() if len(set(words)) < len(words) and name != "about"] == []


def test_words_of_a_vocabulary_are_those_that_count() -> None:
    text = "Letters handed in: 1905-06-05"
    assert PhrasePatterns.load().entries.presented.search(text) is None
    found = load(presented=["Letters handed in"]).entries.presented.search(text)
    assert found is not None
    assert found[1] == "1905-06-05"


@pytest.mark.parametrize(
    ("before", "until"),
    [
        ("open from ", False),
        ("open since ", False),
        ("open until about ", True),
        ("beginning in early ", False),
    ],
)
def test_what_makes_a_date_a_bound(before: str, until: bool) -> None:
    bound = PhrasePatterns.load().clauses.bound.search(before)
    assert bound is not None
    assert (bound["until"] is not None) is until
    assert PhrasePatterns.load().clauses.bound.search("open on ") is None


@pytest.mark.parametrize("words", ["that same date", "this day", "the very same date"])
def test_what_points_to_the_date_before(words: str) -> None:
    assert PhrasePatterns.load().clauses.same_date.search(words) is not None
    assert PhrasePatterns.load().clauses.same_date.search(f"{words} that") is None
