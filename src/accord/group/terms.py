"""Reports as weighted terms: how much each content word tells of what a report is about."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from accord.records import Reading

Vector = Mapping[str, float]
"""Weights by term, of unit length."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# A handful of reports says nothing of how common a word is in the news.  These stand for reports
# unseen, and for the share of them that would hold a word.
_UNSEEN = 200
_SHARE_UNSEEN = 0.003


def vectors(readings: Sequence[Reading]) -> list[Vector]:
    """Weigh the terms of each reading by how often it uses them and how few readings do."""
    counts = [_count(reading) for reading in readings]
    holders = Counter(term for count in counts for term in count)
    total = len(readings) + _UNSEEN
    rarity = {term: math.log(total / (n + _UNSEEN * _SHARE_UNSEEN)) for term, n in holders.items()}
    return [_unit({term: math.log1p(n) * rarity[term] for term, n in count.items()}) for count in counts]


def _count(reading: Reading) -> Counter[str]:
    count = Counter(term for sentence in reading.sentences for term in sentence.terms)
    if reading.title and reading.title not in reading.text:
        count.update(word.casefold() for word in _WORD.findall(reading.title))
    return count


def _unit(weights: dict[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}
