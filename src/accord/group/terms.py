"""Reports as weighted terms: how much each content word tells of what a report is about."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from accord.errors import VocabularyError
from accord.records import Reading
from accord.vocabulary import read

Vector = Mapping[str, float]
"""Weights by term, of unit length."""

_FILE = "common_terms.json"
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


class _Band(Struct, frozen=True, forbid_unknown_fields=True):
    share: float
    terms: tuple[str, ...]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    bands: tuple[_Band, ...]


class Weigher(Struct, frozen=True):
    """Weighs the terms of readings.  `common` gives the share of all news reports that hold a term."""

    common: Mapping[str, float]

    @classmethod
    def load(cls) -> Weigher:
        """Read the common terms.

        Raises:
            VocabularyError: the file is broken, a share is not one, or a term stands twice.
        """
        common: dict[str, float] = {}
        for band in read(_FILE, _File).bands:
            if not 0 < band.share < 1:
                raise VocabularyError(f"vocabulary file {_FILE}: share {band.share} is not between 0 and 1")
            for term in band.terms:
                if common.setdefault(term, band.share) != band.share:
                    raise VocabularyError(f"vocabulary file {_FILE}: {term!r} stands in two bands; keep one")
        return cls(common)

    def share(self, term: str) -> float:
        """The share of all news reports that hold a term, 0 where it is not known to be common."""
        return self.common.get(term, 0.0)

    def likeness(self, readings: Sequence[Reading]) -> Callable[[str, str], float]:
        """How alike two of the readings are, by their ids: the cosine of their vectors."""
        vectors = dict(zip((reading.id for reading in readings), self.vectors(readings), strict=True))
        return lambda one, other: product(vectors[one], vectors[other])

    def vectors(self, readings: Sequence[Reading]) -> list[Vector]:
        """Weigh each reading's terms by how much it makes of them and how few reports hold them."""
        counts = [_count(reading) for reading in readings]
        holders = Counter(term for count in counts for term in count)
        total = len(readings) + _UNSEEN
        weights = {
            term: math.log(total / (n + _UNSEEN * self.common.get(term, _SHARE))) ** _RARITY
            for term, n in holders.items()
        }
        return [_unit({term: math.log1p(n) * weights[term] for term, n in c.items()}) for c in counts]


def product(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of unit length."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _count(reading: Reading) -> Mapping[str, float]:
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
    return count


def _unit(weights: dict[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}
