"""Grows forests: gradient boosting of whole trees of one depth over binned features, by a fixed seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from accord.reconciliation.coreference.forest import DecisionTree, Forest, grown

Numbers = NDArray[numpy.float64]
Bins = NDArray[numpy.int64]

_TREES = 200
_DEPTH = 4
# How far each tree goes towards what would fit best, and how strongly leaves are held near 0.
_RATE = 0.04
_HOLD = 15.0
# A leaf stands for so many rows at least, each counted by how open it still is (a quarter at most).
_SMALLEST = 10.0
# Each tree sees part of the rows and of the features, so that no tree leans on one of them.
_ROWS = 0.7
_FEATURES = 0.5
_BINS = 64
_SEED = 7


def grow(names: Sequence[str], table: Numbers, same: Numbers, weights: Numbers) -> Forest:
    """The forest that tells rows that are the `same` from others, by their features."""
    cuts = [_cuts(column) for column in table.T]
    binned = numpy.stack(
        [numpy.searchsorted(cut, column) for cut, column in zip(cuts, table.T, strict=True)], axis=1
    )
    chance = numpy.random.default_rng(_SEED)
    mean = float((weights * same).sum() / weights.sum())
    base = float(numpy.log(mean / (1 - mean)))
    scores = numpy.full(len(same), base)
    trees = []
    for _ in range(_TREES):
        likely = 1 / (1 + numpy.exp(-scores))
        slope, bend = weights * (same - likely), weights * likely * (1 - likely)
        rows = numpy.flatnonzero(chance.random(len(same)) < _ROWS)
        asked = numpy.sort(chance.choice(len(names), max(1, round(len(names) * _FEATURES)), replace=False))
        tree = _tree(binned[numpy.ix_(rows, asked)], slope[rows], bend[rows], asked, cuts)
        trees.append(tree)
        scores = scores + grown([tree], table)[:, 0]
    return Forest(tuple(names), round(base, 3), tuple(trees))


def _cuts(column: Numbers) -> Numbers:
    """Between which values a feature is cut: half-way between neighbours among its quantiles, cut short."""
    values = numpy.unique(numpy.quantile(column, numpy.linspace(0, 1, _BINS), method="nearest"))
    return numpy.unique(numpy.round((values[1:] + values[:-1]) / 2, 4))


def _tree(binned: Bins, slope: Numbers, bend: Numbers, asked: Bins, cuts: Sequence[Numbers]) -> DecisionTree:
    """One tree, grown level by level; a node that gains nothing sends all rows to the left."""
    node = numpy.zeros(len(slope), dtype=numpy.int64)
    features: list[int] = []
    above: list[float] = []
    for level in range(_DEPTH):
        nodes = 1 << level
        best = _splits(binned, node, nodes, slope, bend)
        row = numpy.arange(len(node))
        column, bin_ = best[0][node], best[1][node]
        for feature, split in zip(*best, strict=True):
            told = int(asked[feature])
            cut = split < len(cuts[told])
            features.append(told)
            above.append(float(cuts[told][split]) if cut else float(numpy.finfo(float).max))
        node = 2 * node + (binned[row, column] > bin_)
    total = numpy.bincount(node, slope, 1 << _DEPTH)
    held = numpy.bincount(node, bend, 1 << _DEPTH) + _HOLD
    leaves = tuple(round(float(leaf), 4) for leaf in _RATE * total / held)
    return DecisionTree(tuple(features), tuple(above), leaves)


def _splits(binned: Bins, node: Bins, nodes: int, slope: Numbers, bend: Numbers) -> tuple[Bins, Bins]:
    """For each node the feature and the bin after which its rows are best split, `_BINS` where none is."""
    width = binned.shape[1]
    place = ((node[:, None] * width + numpy.arange(width)) * _BINS + binned).ravel()
    shape = (nodes, width, _BINS)
    size = nodes * width * _BINS
    sums = numpy.bincount(place, numpy.repeat(slope, width), size).reshape(shape).cumsum(axis=2)
    bends = numpy.bincount(place, numpy.repeat(bend, width), size).reshape(shape).cumsum(axis=2)
    all_sums, all_bends = sums[:, :, -1:], bends[:, :, -1:]
    gain = (
        sums**2 / (bends + _HOLD)
        + (all_sums - sums) ** 2 / (all_bends - bends + _HOLD)
        - all_sums**2 / (all_bends + _HOLD)
    )
    gain[(bends < _SMALLEST) | (all_bends - bends < _SMALLEST)] = 0.0
    flat = gain.reshape(nodes, -1)
    best = flat.argmax(axis=1)
    found = flat[numpy.arange(nodes), best] > 1e-6
    return best // _BINS, numpy.where(found, best % _BINS, _BINS)
