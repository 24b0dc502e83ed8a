"""What can be measured of two sentences of a story, for whoever judges whether they tell the same."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from accord.grouping.terms import Vector, product
from accord.reconciliation.facts.meanings import StoryMeanings
from accord.reconciliation.facts.piece_meanings import PieceMeanings
from accord.reconciliation.facts.telling import ToldSentence, has_digit

Numbers = NDArray[numpy.float64]
Indexes = NDArray[numpy.int64]

# A sentence is compared with at most so many others, which it shares most terms with or is nearest to in
# meaning; a term that stands in more sentences than this finds only the nearest of them.
_NEIGHBOURS = 24
_NEAREST = 12
_HOLDERS = 60
_LEAST_SHARED = 0.04
_LEAST_MEANT = 0.2
# Of both, words tell a little more.
_WORDS = 0.6
# What is less alike than this is not worth being the best of anything.
_FAINT = 0.05

SIGNS = (
    "words",
    "meaning",
    "words and meaning",
    "of the shorter shared",
    "of both shared",
    "numbers shared",
    "numbers differ",
    "rarest term shared",
    "terms shared",
    "depth apart",
    "depth of the earlier",
    "depth of the later",
    "nearest in the report of one",
    "nearest in the report of both",
    "nearest to each other",
    "nearest in the story",
    "of one report",
    "terms of the shorter",
    "terms of the longer",
    "size of the story",
)
"""The names of what is measured at first sight, in their order."""

CLOSER_SIGNS = (*SIGNS, "meaning piece by piece")
"""The names of what is measured of pairs that are looked at more closely."""

_RANKS = SIGNS.index("nearest in the report of one")


class MeasuredPairs(Struct, frozen=True):
    """Pairs of sentences that may tell the same, by their indexes, with a row of signs for each.

    The signs are `SIGNS`, or `CLOSER_SIGNS` where the pairs were looked at more closely.
    """

    one: Indexes
    other: Indexes
    signs: Numbers
    names: tuple[str, ...] = SIGNS


def measured_pairs(
    told: Sequence[ToldSentence],
    vectors: Sequence[Vector],
    weights: Mapping[str, float],
    meanings: StoryMeanings | None,
) -> MeasuredPairs:
    """The pairs of sentences that share most, in words or in meaning, with what is measured of them.

    `vectors` are of the terms of `told`, `weights` of each term; without `meanings` words alone count, and
    the cost grows with the number of sentences, not of their pairs.
    """
    near = set(_near_in_words(vectors))
    if meanings is not None:
        near |= {(min(pair), max(pair)) for pair in meanings.nearest(_NEAREST, _LEAST_MEANT)}
    pairs = numpy.array(sorted(near), numpy.int64).reshape(-1, 2)
    one, other = pairs[:, 0], pairs[:, 1]
    words, *shared = _overlaps(pairs, told, vectors, weights)
    meaning = numpy.zeros(len(pairs)) if meanings is None else meanings.likeness(one, other)
    alike = words if meanings is None else _WORDS * words + (1 - _WORDS) * meaning
    depths = numpy.array([each.depth for each in told])
    lengths = numpy.array([float(len(set(each.terms))) for each in told])
    columns = [
        words,
        meaning,
        words * meaning,
        *shared,
        abs(depths[one] - depths[other]),
        numpy.minimum(depths[one], depths[other]),
        numpy.maximum(depths[one], depths[other]),
        *_ranks(one, other, alike, [each.place.report for each in told]),
        numpy.minimum(lengths[one], lengths[other]),
        numpy.maximum(lengths[one], lengths[other]),
        numpy.full(len(pairs), math.log(1 + len(told))),
    ]
    return MeasuredPairs(one, other, numpy.column_stack(columns))


def looked_closer(
    pairs: MeasuredPairs, worth: Sequence[bool], told: Sequence[ToldSentence], pieces: PieceMeanings
) -> MeasuredPairs:
    """Those of `pairs` that are `worth` it, with how alike they are piece by piece, and nearest in that."""
    kept = numpy.flatnonzero(numpy.array(worth, bool))
    one, other, signs = pairs.one[kept], pairs.other[kept], pairs.signs[kept].copy()
    alike = pieces.likeness(one, other)
    ranks = numpy.column_stack(list(_ranks(one, other, alike, [each.place.report for each in told])))
    signs[:, _RANKS : _RANKS + ranks.shape[1]] = ranks
    return MeasuredPairs(one, other, numpy.column_stack([signs, alike]), CLOSER_SIGNS)


def _near_in_words(vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Each sentence with those before it that it shares most terms with."""
    postings: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        alike: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for other in postings[term][-_HOLDERS:]:
                alike[other] += weight * vectors[other][term]
            postings[term].append(at)
        nearest = sorted(alike, key=lambda other: (-alike[other], other))[:_NEIGHBOURS]
        yield from ((other, at) for other in nearest if alike[other] >= _LEAST_SHARED)


def _overlaps(
    pairs: Indexes, told: Sequence[ToldSentence], vectors: Sequence[Vector], weights: Mapping[str, float]
) -> Iterator[Numbers]:
    """How alike pairs are in words, then what they share of their terms, in the order of `SIGNS`."""
    terms = [frozenset(each.terms) for each in told]
    numbers = [frozenset(filter(has_digit, each)) for each in terms]
    totals = [math.fsum(weights[term] for term in each) for each in terms]
    rows = []
    for one, other in pairs.tolist():
        shared = terms[one] & terms[other]
        weighed = math.fsum(weights[term] for term in shared)
        figures = len(numbers[one] & numbers[other])
        rows.append(
            (
                product(vectors[one], vectors[other]),
                weighed / min(totals[one], totals[other]),
                weighed / (totals[one] + totals[other] - weighed),
                figures,
                bool(numbers[one]) and bool(numbers[other]) and not figures,
                max((weights[term] for term in shared), default=0.0),
                len(shared),
            )
        )
    yield from numpy.array(rows, float).reshape(-1, 7).T


def _ranks(one: Indexes, other: Indexes, alike: Numbers, reports: Sequence[str]) -> Iterator[Numbers]:
    """How near a pair comes to what its sentences are most alike to, in the other's report and in all."""
    in_report: dict[tuple[int, str], float] = defaultdict(lambda: _FAINT)
    in_story: dict[int, float] = defaultdict(lambda: _FAINT)
    pairs = list(zip(one.tolist(), other.tolist(), alike.tolist(), strict=True))
    for first, second, much in pairs:
        for at, to in ((first, second), (second, first)):
            in_report[at, reports[to]] = max(in_report[at, reports[to]], much)
            in_story[at] = max(in_story[at], much)
    rows = []
    for first, second, much in pairs:
        forth, back = much / in_report[first, reports[second]], much / in_report[second, reports[first]]
        story = min(much / in_story[first], much / in_story[second])
        rows.append(
            (
                max(forth, back),
                min(forth, back),
                float(min(forth, back) >= 1),
                story,
                float(reports[first] == reports[second]),
            )
        )
    yield from numpy.array(rows, float).reshape(-1, 5).T
