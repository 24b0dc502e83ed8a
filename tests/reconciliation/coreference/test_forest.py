"""Forests: what their trees add up to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.reconciliation.coreference.features.registry import FIRST_LOOK, SECOND_LOOK
from accord.reconciliation.coreference.forest import DecisionTree, Forest
from accord.reconciliation.coreference.join import Coreference
from accord.vocabulary import Vocabulary
from vocabularies import Replaced

# Up by 2 where both features are high, down by 2 where the first is low.
BOTH = DecisionTree((0, 1, 1), (0.5, 0.5, 0.5), (-2.0, -2.0, 0.0, 2.0))
FOREST = Forest(("doers", "objects"), 0.0, (BOTH, BOTH))


def model(first: Forest, second: Forest) -> Vocabulary:
    file = {"about": "", "threshold": 0.5, "first": first, "second": second}
    return Replaced(file="models/coreference.json", data=file)


def likely(forest: Forest, doers: float, objects: float) -> float:
    return forest.likelihoods([{"doers": doers, "objects": objects, "other": 9.0}])[0]


def test_trees_add_up() -> None:
    assert likely(FOREST, 0, 0) < 0.05
    assert likely(FOREST, 1, 0) == 0.5
    assert likely(FOREST, 1, 1) > 0.95


def test_without_trees_the_base_decides() -> None:
    assert likely(Forest((), 0.0, ()), 1, 1) == 0.5
    assert FOREST.likelihoods([]) == []


rows = st.fixed_dictionaries({"doers": st.floats(-2, 2), "objects": st.floats(-2, 2)})


@given(st.lists(rows, max_size=30))
def test_a_row_is_judged_alike_whatever_stands_beside_it(rows: list[dict[str, float]]) -> None:
    assert FOREST.likelihoods(rows) == [FOREST.likelihoods([row])[0] for row in rows]


@pytest.mark.parametrize(
    "tree",
    [
        replace(BOTH, asked=(0, 1, 999)),
        replace(BOTH, leaves=(0.0, 1.0, 2.0)),
        replace(BOTH, cuts=(0.5, 0.5)),
        DecisionTree((0,), (0.5,), (0.0, 1.0)),
    ],
)
def test_a_broken_tree_is_refused(tree: DecisionTree) -> None:
    whole, broken = (
        Forest(names, 0.0, (BOTH, each)) for names, each in ((FIRST_LOOK, BOTH), (SECOND_LOOK, tree))
    )
    with pytest.raises(VocabularyError, match="a tree is not whole"):
        Coreference.load(model(whole, broken))


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        ((*FIRST_LOOK, "colour"), "no feature 'colour'"),
        (FIRST_LOOK[1:], "'same word' is measured but not in it"),
    ],
)
def test_a_model_of_other_features_is_refused(names: tuple[str, ...], fault: str) -> None:
    first, second = Forest(names, 0.0, (BOTH,)), Forest(SECOND_LOOK, 0.0, (BOTH,))
    with pytest.raises(VocabularyError, match=fault):
        Coreference.load(model(first, second))
