"""Features of a second look at a pair: what the first look said of it and of the pairs around it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from accord.reconciliation.coreference.pair_context import PairNeighbours

# What is compared with nothing else has this for a feature that compares.
_NOTHING = -1.0


def likely(pair: PairNeighbours) -> float:
    """How likely the first look makes it one: 0 to 1."""
    return pair.likely


def likely_by_word(pair: PairNeighbours) -> float:
    """How likely pairs of these two words are one on average, the story's average for itself: 0 to 1."""
    total, count = pair.of_words
    return (total - pair.likely + pair.usual) / count


def pairs_of_word(pair: PairNeighbours) -> float:
    """Natural logarithm of how many pairs there are of these two words: 0 and more."""
    return math.log(pair.of_words[1])


def likely_by_report(pair: PairNeighbours) -> float:
    """How likely pairs of these two reports are one on average, the story's average for itself: 0 to 1."""
    total, count = pair.of_reports
    return (total - pair.likely + pair.usual) / count


def beside(pair: PairNeighbours) -> float:
    """How likely what is told in the same two sentences is one, too, on average: 0 to 1."""
    return pair.beside


def lead(pair: PairNeighbours) -> float:
    """How much likelier it is than the likeliest other in the report of either: -1 to 1."""
    return pair.likely - pair.rival


def most_company(pair: PairNeighbours) -> float:
    """How many others the one with more of them is one with, by their likelihoods: 0 and more."""
    return max(pair.degrees)


def least_company(pair: PairNeighbours) -> float:
    """How many others the one with fewer of them is one with, by their likelihoods: 0 and more."""
    return min(pair.degrees)


def shared(pair: PairNeighbours) -> float:
    """How likely those compared with both are one with both, on average: 0 to 1; -1 of none."""
    return _average(pair.both)


def most_shared(pair: PairNeighbours) -> float:
    """How likely the likeliest of those compared with both is one with both: 0 to 1; -1 of none."""
    return max(pair.both, default=_NOTHING)


def unshared(pair: PairNeighbours) -> float:
    """How much likelier those compared with both are one with one, on average: 0 to 1; -1 of none."""
    return _average(pair.apart)


def most_unshared(pair: PairNeighbours) -> float:
    """How much likelier one of those compared with both is one with one, at most: 0 to 1; -1 of none."""
    return max(pair.apart, default=_NOTHING)


def in_common(pair: PairNeighbours) -> float:
    """How many others both were compared with: 0 to 48."""
    return float(len(pair.both))


def _average(likelihoods: Sequence[float]) -> float:
    return math.fsum(likelihoods) / len(likelihoods) if likelihoods else _NOTHING
