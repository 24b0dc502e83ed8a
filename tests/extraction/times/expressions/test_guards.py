"""Words that look like a time and are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import time_expressions as table
from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.expressions.guards import is_time
from accord.extraction.times.expressions.meaning import Context
from accord.extraction.times.expressions.patterns import TimeMatch
from accord.records import Time

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize("sentence", table.NONE)
def test_what_is_no_time(find: Find, sentence: str) -> None:
    assert find(sentence, None) == ()


@pytest.mark.parametrize(
    ("text", "rule", "words", "time"),
    [
        ("The fort fell in 1200 to the league.", "year", "1200", True),
        ("They walked 1200 to the league.", "year", "1200", False),
        ("The fort cost 1990 dollars.", "year", "1990", False),
        ("The fort fell in 1990.", "year", "1990", True),
        ("The fort won by 10-1990 votes.", "year", "1990", False),
        ("They met on the 2nd.", "dayof", "2nd", True),
        ("The 2nd Battalion took the hill.", "dayof", "2nd", False),
        ("They ran for two weeks.", "duration", "two weeks", True),
        ("They ran the Two Weeks show.", "duration", "Two Weeks", False),
        ("They met in may.", "month", "may", True),
        ("The envoy may leave.", "month", "may", False),
        ("They left the hut soon after dawn.", "reference", "soon", False),
        ("They will leave soon.", "reference", "soon", True),
    ],
)
def test_whether_words_are_a_time_where_they_stand(
    time_finder: TimeFinder, parse: Callable[..., Parsed], text: str, rule: str, words: str, time: bool
) -> None:
    start = text.index(words)
    group = {"year": "y", "month": "m", "reference": "w", "dayof": "d", "duration": "u"}[rule]
    held = words.lower().split()[-1]
    found = TimeMatch(rule, {group: held}, start, start + len(words))
    assert is_time(found, parse(text), time_finder.lexicon.words) == time
