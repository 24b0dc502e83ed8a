"""Turns of English: lists and days."""

from __future__ import annotations

import pytest

from accord.reconciliation.wording.english import date_phrase, joined, undated


def test_words_are_joined_as_a_list() -> None:
    assert [joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize(
    ("edtf", "phrase"),
    [("2020-05-04", " on 4 May 2020"), ("2020-05", " in May 2020"), ("2020", " in 2020"), (None, "")],
)
def test_a_day_ends_a_sentence_and_is_taken_off_again(edtf: str | None, phrase: str) -> None:
    assert date_phrase(edtf) == phrase
    assert undated(f"It closed{phrase}", edtf) == "It closed"
