"""Pairs of answers that may be to one question, and the signs by which that is judged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from accord.grouping.meaning.encoder import Encoding, Vectors
from accord.reconciliation.answers.answer import CLOCK, DAY, Answer
from accord.reconciliation.answers.measures import AGE, COUNT
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.passages import Passages, likeness
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.compared_values import alike
from accord.reconciliation.values.value_compatibility import modify_otherwise, values_beside

Numbers = NDArray[numpy.float64]
Indexes = NDArray[numpy.int64]

# What is less alike than this in meaning is not of one thing, seen from the middle of the story or as it is.
_LEAST_MEANT = 0.2
_LEAST_PLAIN = 0.35
_MOST = 3
_FARTHEST = 5.0
_FAINT = 0.05
# So many answers tell as much of the middle of a story as is known without them.
_FEW = 12
_SMALL = 1e-6

SIGNS = (
    "plain window",
    "plain sentence",
    "window",
    "sentence",
    "window and sentence",
    "near",
    "like",
    "rare near",
    "lead of one",
    "lead of both",
    "best of both",
    "same noun",
    "other noun of a class",
    "no noun",
    "same act",
    "akin acts",
    "other acts",
    "names",
    "other names",
    "near name",
    "other near name",
    "same subject",
    "other subject",
    "next to",
    "same before",
    "same after",
    "other also given",
    "rivals",
    "crowded",
    "far",
    "dated alike",
    "dated apart",
    "beside agreeing",
    "beside clashing",
    "set apart",
    "other specifics",
    "headline",
    "one report",
    "count",
    "age",
    "length of time",
    "share",
    "day",
    "clock",
)
"""The names of the signs, in their order."""


class AnswerPair(Struct, frozen=True):
    """Two answers by number, what both may measure, and their signs in the order of `SIGNS`."""

    one: int
    other: int
    measure: str
    signs: tuple[float, ...]


class LikeMeanings(Struct, frozen=True):
    """How near in meaning the windows and the sentences of pairs are: as they are, and within the story."""

    plain: tuple[float, float]
    centred: tuple[float, float]

    @property
    def total(self) -> float:
        """All of it together."""
        return sum(self.plain) + sum(self.centred)


class StoryAnswers:
    """The answers of a story with what is measured of each once: meanings, names, what else reports give."""

    def __init__(
        self, answers: Sequence[Answer], sources: Sources, passages: Passages, encoding: Encoding
    ) -> None:
        self.answers = answers
        self._words = {(each.report, each.index): each.words for each in passages.all}
        self._weights = passages.weights
        sentences = [sources.sentence(a.mention.report, a.mention.place.sentence).text for a in answers]
        windows = [answer.window for answer in answers]
        self._vectors = tuple(encoding.vectors(texts) for texts in (windows, sentences))
        self._beside: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._given: dict[tuple[str, str, str, Range], int] = defaultdict(int)
        for number, answer in enumerate(answers):
            self._beside[answer.mention.report, answer.mention.place.sentence].append(number)
            for what, value in answer.scales.items():
                self._given[answer.mention.report, what, answer.noun, value] += 1

    def pairs(self) -> list[AnswerPair]:
        """The pairs that are near in meaning, of one measure and of nouns that can be one."""
        kept = list(self._near())
        best: dict[tuple[int, str], float] = defaultdict(lambda: _FAINT)
        rivals: dict[tuple[int, str], int] = defaultdict(int)
        for i, j, _, like in kept:
            for here, there in ((i, j), (j, i)):
                key = here, self.answers[there].mention.report
                best[key] = max(best[key], like.total)
                rivals[key] += 1
        found: list[AnswerPair] = []
        for i, j, what, like in kept:
            keys = (i, self.answers[j].mention.report), (j, self.answers[i].mention.report)
            leads = [like.total / best[key] for key in keys]
            crowd = math.log(max(rivals[key] for key in keys))
            found.append(AnswerPair(i, j, what, tuple(self._signs(i, j, what, like, leads, crowd))))
        return found

    def _near(self) -> Iterator[tuple[int, int, str, LikeMeanings]]:
        near = [(i, j, what) for i, j in self._together() if (what := shared_measure(*self._two(i, j)))]
        one = numpy.array([i for i, _, _ in near], numpy.int64)
        other = numpy.array([j for _, j, _ in near], numpy.int64)
        if not near:
            return
        plain = [_products(v, one, other).tolist() for v in self._vectors]
        centred = [_seen_from_the_middle(v, one, other).tolist() for v in self._vectors]
        for (i, j, what), *likes in zip(near, *plain, *centred, strict=True):
            like = LikeMeanings((likes[0], likes[1]), (likes[2], likes[3]))
            if max(like.centred) >= _LEAST_MEANT or min(like.plain) >= _LEAST_PLAIN:
                yield i, j, what, like

    def _two(self, i: int, j: int) -> tuple[Answer, Answer]:
        return self.answers[i], self.answers[j]

    def _together(self) -> Iterator[tuple[int, int]]:
        """Pairs of one measure, of two sentences."""
        by_measure: dict[str, list[int]] = defaultdict(list)
        for number, answer in enumerate(self.answers):
            for what in answer.scales:
                by_measure[what].append(number)
        pairs = {(i, j) for held in by_measure.values() for at, i in enumerate(held) for j in held[at + 1 :]}
        for i, j in sorted(pairs):
            here, there = self.answers[i].mention.place, self.answers[j].mention.place
            if here.report != there.report or self._is_told_again(i, j):
                yield i, j

    def _is_told_again(self, i: int, j: int) -> bool:
        """One report tells in a headline and below, or twice of one act; two values of a sentence are two."""
        one, other = self._two(i, j)
        here, there = one.mention.place, other.mention.place
        if here.sentence == there.sentence:
            return False
        return here.tells != there.tells or (one.noun == other.noun and bool(one.acts & other.acts))

    def _signs(
        self, i: int, j: int, what: str, like: LikeMeanings, leads: Sequence[float], crowd: float
    ) -> Iterator[float]:
        one, other = self._two(i, j)
        a, b = one.mention, other.mention
        window, sentence = like.centred
        yield from (*like.plain, window, sentence, window * sentence)
        yield alike(a.context.around, b.context.around)
        yield self._like(one, other)
        yield alike(a.context.telling, b.context.telling)
        yield from (max(leads), min(leads), float(min(leads) >= 1))
        yield from _nouns(one, other, what)
        yield from _acts(one, other)
        yield from _names(one, other)
        yield float(bool(one.subjects & other.subjects))
        yield float(bool(one.subjects and other.subjects) and not one.subjects & other.subjects)
        yield float(min(len(a.context.next_to & b.context.next_to), _MOST))
        yield float(bool(a.context.left and a.context.left[:1] == b.context.left[:1]))
        yield float(bool(a.context.right and a.context.right[:1] == b.context.right[:1]))
        yield float(self._gives(i, j, what) or self._gives(j, i, what))
        yield crowd
        yield float(max(a.context.crowd, b.context.crowd) > 1)
        yield far(one.scales[what], other.scales[what], what)
        yield from self._neighbours(one, other, what)
        yield float(a.counted.apart != b.counted.apart)
        yield float(a.counted.specifics != b.counted.specifics)
        yield float(not (a.place.tells and b.place.tells))
        yield float(a.report == b.report)
        yield from (float(what == kind) for kind in (COUNT, AGE, "duration", "share", DAY, CLOCK))

    def _like(self, one: Answer, other: Answer) -> float:
        words = [self._words[a.mention.report, a.mention.place.sentence] for a in (one, other)]
        return likeness(words[0], words[1], self._weights)

    def _gives(self, i: int, j: int, what: str) -> bool:
        """The report of `i` also gives the value of `j`, of the same noun."""
        one, other = self._two(i, j)
        if one.scales[what] == other.scales[what]:
            return False
        given = self._given.get((one.mention.report, what, other.noun, other.scales[what]), 0)
        return given > (one.mention.report == other.mention.report)

    def _neighbours(self, one: Answer, other: Answer, what: str) -> Iterator[float]:
        ones, others = (
            [self.answers[n].mention for n in self._beside[a.mention.report, a.mention.place.sentence]]
            for a in (one, other)
        )
        beside = values_beside(one.mention, other.mention, ones, others)
        timed = what in (DAY, CLOCK)
        yield float(beside.dated_alike and not timed)
        yield float(beside.dated_apart and not timed)
        yield float(min(beside.agreeing, _MOST))
        yield float(min(beside.clashing, _MOST))


def _products(vectors: Vectors, one: Indexes, other: Indexes) -> Numbers:
    """The inner products of pairs of rows; sums of multiples of 1/2048 are exact."""
    found: Numbers = (vectors[one].astype(numpy.float64) * vectors[other]).sum(axis=1)
    return found


def _seen_from_the_middle(vectors: Vectors, one: Indexes, other: Indexes) -> Numbers:
    """The cosines of pairs as the story sees them: the less so, the fewer answers tell what its middle is."""
    exact = vectors.astype(numpy.float64)
    size = len(exact)
    share = size / (size + _FEW)
    total = exact.sum(axis=0)
    to_middle = share * (exact * total).sum(axis=1) / size
    middle = share * share * float((total * total).sum()) / size**2
    lengths = numpy.sqrt(numpy.maximum((exact * exact).sum(axis=1) - 2 * to_middle + middle, _SMALL))
    products = _products(vectors, one, other) - (to_middle[one] + to_middle[other]) + middle
    found: Numbers = products / (lengths[one] * lengths[other])
    return found


def shared_measure(one: Answer, other: Answer) -> str | None:
    """What two answers both measure, if what they count can be one thing.

    Ages are of those named beside them, days of the acts that they are tied to.
    """
    if modify_otherwise(one.mention.counted, other.mention.counted):
        return None
    for what in one.scales:
        if what not in other.scales:
            continue
        if what == AGE and not one.mention.context.named & other.mention.context.named:
            continue
        if what == DAY and not (one.acts & other.acts or one.families & other.families):
            continue
        if what != COUNT or one.noun == other.noun or not (one.noun and other.noun):
            return what
        classes = one.mention.counted.classes & other.mention.counted.classes
        if classes or one.families & other.families:
            return what
    return None


def far(one: Range, other: Range, what: str) -> float:
    """How far apart two values are: doublings of a number, the power of ten of days or minutes; 0 to 5."""
    a, b = point(one), point(other)
    if what in (DAY, CLOCK):
        return min(math.log10(1 + abs(a - b)), _FARTHEST)
    low, high = sorted((abs(a), abs(b)))
    return min(math.log2(high / low), _FARTHEST) if low > 0 else _FARTHEST * (high > 0)


def point(value: Range) -> float:
    """The number that a range is told by: its only end, or the middle."""
    ends = [end for end in (value.low, value.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _nouns(one: Answer, other: Answer, what: str) -> Iterator[float]:
    counted = what == COUNT
    yield float(counted and one.noun == other.noun and bool(one.noun))
    yield float(counted and one.noun != other.noun and bool(one.noun and other.noun))
    yield float(counted and not (one.noun and other.noun))


def _acts(one: Answer, other: Answer) -> Iterator[float]:
    akin = bool(one.families & other.families)
    yield float(bool(one.acts & other.acts))
    yield float(akin)
    yield float(bool(one.acts and other.acts) and not akin and not one.acts & other.acts)


def _names(one: Answer, other: Answer) -> Iterator[float]:
    here, there = one.mention.context, other.mention.context
    yield float(min(len(here.names & there.names), _MOST))
    yield float(min(len(here.names - there.names), len(there.names - here.names), _MOST))
    yield float(bool(here.named & there.named))
    yield float(bool(here.named and there.named) and not here.named & there.named)
