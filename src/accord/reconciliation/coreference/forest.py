"""A forest of small decision trees that adds up to a likelihood."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy
from msgspec import Struct
from numpy.typing import NDArray

Numbers = NDArray[numpy.float64]

# So many rows are looked at together: memory is of one size however many there are.
_AT_ONCE = 1024


class DecisionTree(Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """A whole binary tree: what each node asks, from the root down, and what each leaf adds.

    A node asks whether the feature of this number is above the cut; then it goes on to the right.
    """

    asked: tuple[int, ...]
    cuts: tuple[float, ...]
    leaves: tuple[float, ...]


class Forest(Struct, frozen=True, forbid_unknown_fields=True):
    """Trees over the features of these names, and the score before any of them is asked."""

    features: tuple[str, ...]
    base: float
    trees: tuple[DecisionTree, ...]

    def sound(self) -> bool:
        """Every tree is whole, of one depth with the others, and asks for features that there are."""
        return len({len(tree.leaves) for tree in self.trees}) <= 1 and all(
            len(tree.asked) == len(tree.cuts) == len(tree.leaves) - 1
            and len(tree.leaves).bit_count() == 1
            and all(0 <= number < len(self.features) for number in tree.asked)
            for tree in self.trees
        )

    def likelihoods(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """How likely each row of features makes it."""
        if not rows or not self.trees:
            return [_share(self.base)] * len(rows)
        table = numpy.array([[row[name] for name in self.features] for row in rows])
        parts = (table[start : start + _AT_ONCE] for start in range(0, len(table), _AT_ONCE))
        # The order in which floats are added shows in their last digit.
        return [
            _share(math.fsum((self.base, *leaves)))
            for part in parts
            for leaves in grown(self.trees, part).tolist()
        ]


def grown(trees: Sequence[DecisionTree], table: Numbers) -> Numbers:
    """What each tree of one depth adds to each row of a table of features: a row has its trees."""
    asked = numpy.array([tree.asked for tree in trees])
    cuts = numpy.array([tree.cuts for tree in trees])
    leaves = numpy.array([tree.leaves for tree in trees])
    tree = numpy.arange(len(trees))
    row = numpy.arange(len(table))[:, None]
    node = numpy.zeros((len(table), len(trees)), dtype=numpy.int64)
    for _ in range(leaves.shape[1].bit_length() - 1):
        node = 2 * node + 1 + (table[row, asked[tree, node]] > cuts[tree, node])
    found: Numbers = leaves[tree, node - asked.shape[1]]
    return found


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))
