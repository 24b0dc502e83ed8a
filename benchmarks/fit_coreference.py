"""Learns how much each sign of coreference tells: a logistic regression over pairs of candidates."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from accord.reconcile.coreference import Coreference

if TYPE_CHECKING:
    from benchmarks.coreference import StoryMentions

Numbers = NDArray[numpy.float64]

_ABOUT = (
    "How much each sign tells that two mentions of acts are of one happening, and how likely that must be "
    "on average for clusters to be joined. Learnt by benchmarks/fit_coreference.py."
)
# How strongly weights are held near 0, so that a sign that few pairs have decides nothing.
_HOLD = 10.0
_ROUNDS = 30
# What agrees never speaks against one happening, nor what differs for it; where the gold has it otherwise,
# by chance or because another sign says the same, the sign is left out.
_FOR = frozenset(
    {
        "arguments", "rare arguments", "doers", "objects", "near", "rare near", "same speaker", "by phrase",
        "families", "reports alike", "best of report", "best for each", "two titles", "told by",
        "same word & best of report",
    }
)  # fmt: skip
_AGAINST = frozenset(
    {
        "other arguments", "other names", "other named object", "other counts", "other sentence names",
        "other numbers", "other days", "side by side", "modal of one", "plural of one", "both report",
        "light", "same word & other names", "pronoun",
    }
)  # fmt: skip


def fitted(
    stories: Sequence[StoryMentions],
    clusters: Mapping[str, str],
    coreference: Coreference,
    common: Callable[[str], float],
) -> str:
    """The vocabulary file with the weights that tell the gold clusters best."""
    signs: list[list[float]] = []
    same: list[bool] = []
    pairs: list[tuple[str, str]] = []
    names: list[str] = []
    for story in stories:
        order = sorted(range(len(story.mentions)), key=lambda index: story.mentions[index].place)
        placed = [story.mentions[index] for index in order]
        for (one, other), found in coreference.signs(placed, common, story.alike).items():
            ids = story.ids[order[one]], story.ids[order[other]]
            names = list(found)
            signs.append(list(found.values()))
            same.append(clusters[ids[0]] == clusters[ids[1]])
            pairs.append(ids)
    base, weights = _sensible(names, numpy.array(signs), numpy.array(same, float), _weights(pairs))
    rounded = {name: round(weight, 2) for name, weight in weights.items()}
    file = {
        "about": _ABOUT,
        "threshold": coreference.threshold,
        "base": round(base, 2),
        "weights": {name: weight for name, weight in rounded.items() if weight},
    }
    return json.dumps(file, indent=0) + "\n"


def _weights(pairs: Sequence[tuple[str, str]]) -> Numbers:
    """Each mention counts the same, however many candidates it has."""
    times = Counter(id_ for pair in pairs for id_ in pair)
    found = numpy.array([1 / math.sqrt(times[one] * times[other]) for one, other in pairs])
    return numpy.asarray(found / found.mean())


def _sensible(
    names: Sequence[str], signs: Numbers, same: Numbers, weights: Numbers
) -> tuple[float, dict[str, float]]:
    """The base and the weights, without signs that would speak for the wrong side."""
    kept = list(range(len(names)))
    while True:
        base, found = _regression(signs[:, kept], same, weights)
        wrong = {
            index: abs(weight) * signs[:, index].std()
            for index, weight in zip(kept, found, strict=True)
            if (weight < 0 and names[index] in _FOR) or (weight > 0 and names[index] in _AGAINST)
        }
        if not wrong:
            return base, {names[index]: float(weight) for index, weight in zip(kept, found, strict=True)}
        kept.remove(max(wrong, key=lambda index: wrong[index]))


def _regression(signs: Numbers, same: Numbers, weights: Numbers) -> tuple[float, Numbers]:
    """Newton's method on standardised signs; returns the base and the weights of the signs as they are."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    rows = numpy.hstack([numpy.ones((len(signs), 1)), (signs - mean) / spread])
    found = numpy.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + numpy.exp(-rows @ found))
        slope = rows.T @ (weights * (same - likely)) - _HOLD * found
        bend = (rows.T * (weights * likely * (1 - likely))) @ rows + _HOLD * numpy.eye(rows.shape[1])
        found = found + numpy.linalg.solve(bend, slope)
    scaled = found[1:] / spread
    return float(found[0] - mean @ scaled), scaled
