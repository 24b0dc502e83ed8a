"""First letters of patterns: none that matches is missed."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accord.extraction.times.expressions.token_classes import starts


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("ab", "a"),
        ("a?b", "ab"),
        ("(?:a|b?)c", "abc"),
        ("[xy]z", "xy"),
        (r"[.\]]z", ".]"),
        ("(?P<n>a)?(?:b|c){0,3}d", "abcd"),
        ("(?=q)a", "a"),
        ("(?<!q)(?!b)(?:a|b)", "ab"),
        (r"\.a", "."),
    ],
)
def test_letters(pattern: str, letters: str) -> None:
    assert starts(pattern) == frozenset(letters)


@pytest.mark.parametrize("pattern", ["a?", "(?:a|b?)", r"\Z", "[^a]b", "[a-z]b"])
def test_patterns_that_are_empty_or_not_read_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"letter|not read"):
        starts(pattern)


PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "[cd]", "e?", "(?!f)"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map("".join)
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})")
        | inner.map(lambda part: f"(?:{part})?")
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text(string.ascii_lowercase[:6], min_size=1, max_size=6))
def test_whatever_matches_starts_with_one_of_them(pattern: str, text: str) -> None:
    match = re.match(pattern, text)
    assume(match is not None and match.end() > 0)
    try:
        first = starts(pattern)
    except ValueError:
        assert re.match(pattern, "") is not None
        return
    assert text[0] in first
