"""Reports as weighted terms: how much each content word tells of what a report is about."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from accord.errors import VocabularyError
from accord.records import Reading
from accord.vocabulary import PACKAGED, Vocabulary

Vector = Mapping[str, float]
"""Weights by term, of unit length."""

Counts = Mapping[str, float]
"""How much a text makes of each term."""

_FILE = "en/text/common_terms.json"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

# A handful of reports cannot tell how common a term is: these stand for reports unseen, and for
# the share of them that hold a term which is not known to be common.
_UNSEEN = 200
_SHARE = 0.003
# Rarity counts more than in proportion: one rare term in common says more than several usual ones.
_RARITY = 1.5
# Two terms next to each other ("prison term") tell more than both do apart.
_NEIGHBOURS = 0.5
# News tells the happening first: sentences that lead count twice, a title kept apart three times.
_LEAD = 2
_LEAD_SENTENCES = 2
_TITLE = 3
# Each report is brought together with others over its heaviest terms only.
_TELLING = 32
# How common terms are is counted over all reports while they are few. Of more, it is counted over the first
# only, so that a stream does not move what is grouped, and once more within each block.
_COUNTED_AT_MOST = 1024
_FEWEST = 2
# Reports of one happening name its day, those of another of its kind a different one.
_DAY = 2
_A_DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d-\d\d)(?!\d)")


class _Band(Struct, frozen=True, forbid_unknown_fields=True):
    share: float
    terms: tuple[str, ...]


class _CommonTermsFile(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    bands: tuple[_Band, ...]


class Sketch(Struct, frozen=True, gc=False):
    """What grouping keeps of a text: its hash, its day, how much it makes of each term and what it means.

    `meaning` is the vector of what it leads with, a byte for each component, and empty where there is none.
    """

    sha256: str
    published: str | None
    counts: Counts
    meaning: bytes = b""

    @property
    def order(self) -> tuple[bool, str, str]:
        """Where the text stands in the stream: by day of publication, undated ones last."""
        return order(self.published, self.sha256)


def order(published: str | None, sha256: str) -> tuple[bool, str, str]:
    """Sorts texts by day of publication, undated ones last, those of one day by hash."""
    return published is None, published or "", sha256


def sketch(reading: Reading) -> Sketch:
    """How much a report makes of each term and of each day.

    A day is without its year ("on 05-03"), which undated reports seldom tell.
    """
    count = term_counts(reading)
    for time in reading.times:
        if time.type in {"DATE", "TIME"} and (day := _A_DAY.match(time.value)):
            term = f"on {day[1]}"
            count[term] = count.get(term, 0.0) + _DAY
    return Sketch(reading.sha256, reading.published, count)


def term_counts(reading: Reading) -> dict[str, float]:
    """How much a report makes of each term, and of each two next to each other ("prison term")."""
    count: dict[str, float] = defaultdict(float)
    told = dict.fromkeys(sentence.terms for sentence in reading.sentences)
    for number, terms in enumerate(told):
        weight = _LEAD if number < _LEAD_SENTENCES else 1
        for term in terms:
            count[term] += weight
        for one, other in pairwise(terms):
            count[f"{one} {other}"] += weight * _NEIGHBOURS
    if reading.title and reading.title not in reading.text:
        for word in _WORD.findall(reading.title):
            count[word.casefold()] += _TITLE
    return dict(count)


def counted(reports: int) -> int:
    """How many of `reports`, the first in the stream, tell how common terms are: at most as many."""
    return min(reports, _COUNTED_AT_MOST)


class Weigher(Struct, frozen=True):
    """Weighs the terms of reports.

    `common` gives the share of all news reports that hold a term, `holders` how many of `total`
    reports at hand hold it; `beyond` says that there are more than those.
    """

    common: Mapping[str, float]
    holders: Mapping[str, int] = {}
    total: int = 0
    beyond: bool = False

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Weigher:
        """Read the common terms.

        Raises:
            VocabularyError: the file is broken, a share is not one, or a term stands twice.
        """
        common: dict[str, float] = {}
        for band in vocabulary.read(_FILE, _CommonTermsFile).bands:
            if not 0 < band.share < 1:
                raise VocabularyError(f"vocabulary file {_FILE}: share {band.share} is not between 0 and 1")
            for term in band.terms:
                if common.setdefault(term, band.share) != band.share:
                    raise VocabularyError(f"vocabulary file {_FILE}: {term!r} stands in two bands; keep one")
        return cls(common)

    def counting(self, texts: Iterable[Counts], beyond: bool = False) -> Weigher:
        """This weigher with how common the terms of `texts` are among them."""
        holders: Counter[str] = Counter()
        total = 0
        for counts in texts:
            holders.update(counts.keys())
            total += 1
        # A term that is weighed is held by one report at least, so that ones need not be kept.
        return Weigher(self.common, {term: n for term, n in holders.items() if n >= _FEWEST}, total, beyond)

    def within(self, block: Iterable[Counts]) -> Weigher:
        """The weigher for the texts of one block.

        Where all reports are counted, that is this one.  In a stream that has gone on, what the first
        reports made much of is no longer what the news is of, and those of the block tell it themselves.
        """
        return self.counting(block) if self.beyond else self

    def share(self, term: str) -> float:
        """The share of all news reports that hold a term, 0 where it is not known to be common."""
        return self.common.get(term, 0.0)

    def likeness(self, readings: Sequence[Reading]) -> Callable[[str, str], float]:
        """How alike two of the readings are in their words, by their ids: the cosine of their vectors."""
        told = {reading.id: term_counts(reading) for reading in readings}
        weigher = self.counting(told.values())
        vectors = {id: weigher.vector(counts) for id, counts in told.items()}
        return lambda one, other: product(vectors[one], vectors[other])

    def weight(self, term: str) -> float:
        """How much a term tells: more the fewer reports hold it."""
        seen, unseen = self.holders.get(term, 1), _UNSEEN * self.common.get(term, _SHARE)
        # A term that all of these reports hold, and more that were not counted, tells nothing.
        rarity = (self.total + _UNSEEN) / (seen + unseen)
        return math.log(rarity) ** _RARITY if rarity > 1 else 0.0

    def vector(self, counts: Counts) -> Vector:
        """Weigh a report's terms by how much it makes of them and how few reports hold them."""
        weights = {term: math.log1p(count) * self.weight(term) for term, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / length for term, weight in weights.items()} if length else {}


def telling(vector: Vector) -> tuple[str, ...]:
    """The heaviest terms of a report, the heaviest first."""
    return tuple(heapq.nsmallest(_TELLING, vector, key=lambda term: (-vector[term], term)))


def product(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of unit length; the same whichever comes first."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)
