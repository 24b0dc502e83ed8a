"""Words that bound a denial, and subjects that are nobody."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.wording.denial_words import DenialWords
from vocabularies import Replaced


def test_words_are_found_whole() -> None:
    words = DenialWords.load()
    assert words.ended_by.search("the two had not met until june")
    assert not words.ended_by.search("the pontil broke")
    assert words.nobody.search("no other country has")
    assert not words.nobody.search("the nunnery has")


def test_a_broken_pattern_is_refused() -> None:
    file = Replaced(file="en/events/denials.json", data={"ended_by": ["until"], "nobody": ["(none"]})
    with pytest.raises(VocabularyError, match="'nobody' is no pattern"):
        DenialWords.load(file)
