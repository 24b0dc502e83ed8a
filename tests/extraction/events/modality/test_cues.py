"""The words of factuality, and whose statement an event is in."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.extraction.events.modality.cues import ModalityWords
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

_FILE = "en/events/factuality.json"


def test_no_word_of_factuality_has_two_effects() -> None:
    words = ModalityWords.load()
    for effects in (words.verbs, words.nouns, words.adjectives, words.adverbs):
        assert effects
        assert set(effects.values()) <= {
            "planned", "asked", "ordered", "negative", "denied", "possible", "reported",
        }  # fmt: skip


def test_a_list_that_the_file_lacks_or_does_not_know_is_refused() -> None:
    lists = PACKAGED.read(_FILE, dict[str, str])
    with pytest.raises(VocabularyError, match="past_clauses"):
        ModalityWords.load(Replaced(file=_FILE, data={k: v for k, v in lists.items() if k != "past_clauses"}))
    with pytest.raises(VocabularyError, match="doubtful"):
        ModalityWords.load(Replaced(file=_FILE, data={**lists, "doubtful": "perhaps"}))


@pytest.mark.parametrize(("use", "words"), [("wishing", " "), ("doubting_adjectives", "Unlikely")])
def test_a_list_of_no_words_or_with_capitals_is_refused(use: str, words: str) -> None:
    lists = PACKAGED.read(_FILE, dict[str, str])
    with pytest.raises(VocabularyError, match=f"'{use}'"):
        ModalityWords.load(Replaced(file=_FILE, data={**lists, use: words}))
