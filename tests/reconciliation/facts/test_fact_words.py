"""Words of facts: captions are found whole, and all words are in lower case."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.facts.fact_words import FactWords
from vocabularies import Replaced


def test_captions_are_found_as_whole_words_in_any_case() -> None:
    caption = FactWords.load().caption
    assert caption.search("In this FILE PHOTO a ferry leaves.")
    assert not caption.search("The profile photos of the crew were lost.")


@pytest.mark.parametrize("words", [{"openings": ["He"], "captions": []}, {"openings": [], "captions": [" "]}])
def test_words_must_be_in_lower_case(words: dict[str, list[str]]) -> None:
    with pytest.raises(VocabularyError, match="lower case"):
        FactWords.load(Replaced(file="en/text/fact_words.json", data={"about": "", **words}))
