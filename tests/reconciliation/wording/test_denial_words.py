"""Words that bound a denial."""

from __future__ import annotations

from accord.reconciliation.wording.denial_words import DenialWords


def test_words_are_found_whole() -> None:
    words = DenialWords.load()
    assert words.ended_by.search("the two had not met until june")
    assert not words.ended_by.search("the pontil broke")
