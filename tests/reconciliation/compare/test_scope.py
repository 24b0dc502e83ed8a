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
