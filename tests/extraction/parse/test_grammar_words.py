"""The words that the grammar of events asks after, and what they make of a sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.extraction.parse.grammar_words import EventWords
from vocabularies import Replaced


def test_what_is_talked_through_is_a_means() -> None:
    assert EventWords.load().calls < EventWords.load().means


@pytest.mark.parametrize(
    ("use", "group"),
    [("blasts", {"Blast"}), ("sides", set()), ("calls", {"carrier pigeon"}), ("progress", {"leap"})],
)
def test_a_list_that_cannot_be_right_is_refused(use: str, group: set[str]) -> None:
    broken = replace(EventWords.load(), **{use: frozenset(group)})
    with pytest.raises(VocabularyError, match=use):
        EventWords.load(Replaced(file="en/events/event_words.json", data=broken))
