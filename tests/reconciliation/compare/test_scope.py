"""Words of standing: ranks, classes and what stands between them."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.compare.scope import Scope, ScopeWords
from vocabularies import Replaced


def test_fillers_are_no_part_of_a_class() -> None:
    assert ScopeWords.load().scope_of("the first ever nation") == Scope(1, "first", "country")


def test_a_rank_is_no_filler() -> None:
    data = {"ranks": {"first": 1}, "fillers": ["first"], "classes": []}
    with pytest.raises(VocabularyError, match="'first' is a filler and a rank"):
        ScopeWords.load(Replaced(file="en/events/scopes.json", data=data))


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
