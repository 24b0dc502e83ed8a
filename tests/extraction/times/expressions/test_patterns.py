"""The rules find the words of a time, and hold them in their groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from accord.extraction.times.expressions.finder import RESOLVERS, TimeFinder
from accord.extraction.times.expressions.meaning import Context
from accord.extraction.times.expressions.patterns import RULES, TimeGrammar
from accord.records import Time

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.fixture(scope="module")
def grammar(time_finder: TimeFinder) -> TimeGrammar:
    return time_finder.grammar


@pytest.mark.parametrize(
    ("text", "rule", "words", "groups"),
    [
        ("it rained on 3 may 1998 there.", "date", "3 may 1998", {"d": "3", "m": "may", "y": "1998"}),
        ("it rained on 2024-05-03.", "iso", "2024-05-03", {"all": "2024-05-03"}),
        ("it rained last friday.", "weekday", "last friday", {"rel": "last", "wd": "friday"}),
        ("it rained on wensday.", "weekday", "wensday", {"wd": "wednesday"}),
        ("it rained two weeks ago.", "ago", "two weeks ago", {"n": "two", "u": "weeks", "dir": "ago"}),
        ("it rained for two weeks.", "duration", "two weeks", {"n": "two", "u": "weeks"}),
        ("it rained every june.", "set", "every june", {"m": "june"}),
        ("it rained early last\nyear.", "deixis", "early last\nyear", {"rel": "last", "u": "year"}),
    ],
)
def test_a_rule_and_its_groups(
    grammar: TimeGrammar, text: str, rule: str, words: str, groups: Mapping[str, str]
) -> None:
    (found,) = grammar.find(text, 0, len(text))
    assert (found.rule, text[found.start : found.end]) == (rule, words)
    assert groups.items() <= found.groups.items()


@pytest.mark.parametrize("text", ["it rained.", "it cost $1990.", "they ran a mile."])
def test_no_rule_matches_where_no_time_stands(grammar: TimeGrammar, text: str) -> None:
    assert list(grammar.find(text, 0, len(text))) == []


def test_only_the_stretch_asked_for_is_searched(grammar: TimeGrammar) -> None:
    text = "in 1998 and in 1999 and in 2000."
    found = list(grammar.find(text, 10, 20))
    assert [text[one.start : one.end] for one in found] == ["1999"]


def test_every_rule_has_a_resolver_and_every_resolver_a_rule() -> None:
    assert {name for name, _ in RULES} == RESOLVERS.keys()
