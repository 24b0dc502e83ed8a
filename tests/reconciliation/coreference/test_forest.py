"""Forests: what their trees add up to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.reconciliation.coreference.forest import (
    Forest,
    Tree,
)
from accord.reconciliation.coreference.join import Coreference
from vocabularies import Replaced

# Up by 2 where both signs are high, down by 2 where the first is low.
BOTH = Tree((0, 1, 1), (0.5, 0.5, 0.5), (-2.0, -2.0, 0.0, 2.0))
FOREST = Forest(("doers", "objects"), 0.0, (BOTH, BOTH))


def likely(forest: Forest, doers: float, objects: float) -> float:
    return forest.likelihoods([{"doers": doers, "objects": objects, "other": 9.0}])[0]


def test_trees_add_up() -> None:
    assert likely(FOREST, 0, 0) < 0.05
    assert likely(FOREST, 1, 0) == 0.5
    assert likely(FOREST, 1, 1) > 0.95


def test_without_trees_the_base_decides() -> None:
    assert likely(Forest((), 0.0, ()), 1, 1) == 0.5
    assert FOREST.likelihoods([]) == []


signs = st.fixed_dictionaries({"doers": st.floats(-2, 2), "objects": st.floats(-2, 2)})


@given(st.lists(signs, max_size=30))
def test_a_row_is_judged_alike_whatever_stands_beside_it(rows: list[dict[str, float]]) -> None:
    assert FOREST.likelihoods(rows) == [FOREST.likelihoods([row])[0] for row in rows]


@pytest.mark.parametrize(
    "tree",
    [
        replace(BOTH, asked=(0, 1, 2)),
        replace(BOTH, leaves=(0.0, 1.0, 2.0)),
        replace(BOTH, cuts=(0.5, 0.5)),
        Tree((0,), (0.5,), (0.0, 1.0)),
    ],
)
def test_a_broken_tree_is_refused(tree: Tree) -> None:
    second = replace(FOREST, trees=(BOTH, tree))
    file = {"about": "", "threshold": 0.5, "first": FOREST, "second": second}
    with pytest.raises(VocabularyError, match=r"coreference\.json"):
        Coreference.load(Replaced(file="models/coreference.json", data=file))
