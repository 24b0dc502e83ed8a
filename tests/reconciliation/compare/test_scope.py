"""Scope: who is the first, and of what."""

from __future__ import annotations

import pytest

from accord.reconciliation.compare.scope import ScopeWords


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("first country", "first nation", "agrees"),
        ("first country", "first major power", "differs in scope"),
        ("the first country", "second country", "contradicts"),
        ("first country", "second major power", "contradicts"),
        ("second country", "first major power", "cannot tell"),
        ("only country", "first country", "cannot tell"),
        ("first", "first country", "refines"),
    ],
)
def test_scopes(one: str, other: str, answer: str) -> None:
    words = ScopeWords.load()
    a, b = words.scope_of(one), words.scope_of(other)
    assert words.compare(a, b) == answer == words.compare(b, a)


def test_the_first_of_the_whole_is_the_first_of_every_part_it_belongs_to() -> None:
    words = ScopeWords.load()
    whole, part = words.scope_of("first country"), words.scope_of("first western country")
    assert words.compare(whole, part) == "differs in scope"
