"""What a view is worded by: kinds, stances, phrases of order."""

from __future__ import annotations

import re

import pytest

from accord.errors import VocabularyError
from accord.present.view.view_words import StanceWords, ViewWords
from vocabularies import Replaced


@pytest.mark.parametrize(
    ("text", "found"),
    [("it opened two days later", "two days later"), ("after the storm", "after"), ("the harbour", None)],
)
def test_phrases_of_order_are_found_longer_ones_first(text: str, found: str | None) -> None:
    match = re.search(rf"\b(?:{ViewWords.load().order_pattern})\b", text)
    assert (match[0] if match else None) == found


def test_stances_are_words_or_begin_words() -> None:
    stances = StanceWords.load()
    assert stances.tells("hopes")
    assert stances.tells("wishing")
    assert not stances.tells("said")


def test_a_stem_that_begins_every_word_is_refused() -> None:
    with pytest.raises(VocabularyError, match="stem is empty"):
        StanceWords.load(Replaced(file="en/statements/stances.json", data={"words": [], "stems": [""]}))


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("about 40 diplomats", (40, "diplomats")),
        ("twenty-one carts", (21, "carts")),
        ("$2 billion", (2e9, "")),
        ("dozens of goats", (None, "")),
        ("", (None, "")),
    ],
)
def test_an_amount_is_a_number_of_something(told: str, amount: tuple[float | None, str]) -> None:
    assert ViewWords.load().amount(told) == amount
