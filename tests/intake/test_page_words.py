"""The words of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.errors import VocabularyError
from accord.intake.page_words import PageWords
from accord.vocabulary import Vocabulary


def test_the_words_are_there() -> None:
    words = PageWords.load()
    assert "newsletter" in words.furniture_classes
    assert "twitter-tweet" in words.post_classes
    assert all(getattr(words, use) for use in PageWords.__struct_fields__)


def test_a_word_with_a_capital_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pages.json").write_text('{"missing": ["Gone"]}')
    with pytest.raises(VocabularyError, match="lower case"):
        PageWords.load(Vocabulary.over(tmp_path))
