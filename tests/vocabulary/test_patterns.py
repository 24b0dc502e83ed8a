"""Patterns of words of the vocabulary."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from accord.vocabulary import either


@given(st.lists(st.text(min_size=1), min_size=1, unique=True))
def test_each_word_is_found_whole_whatever_others_it_begins_like(words: list[str]) -> None:
    pattern = re.compile(either(words))
    assert all((found := pattern.match(word)) and found[0] == word for word in words)
    assert either(words) == either(reversed(words))
