"""Sentences of a story put together where they tell the same, whichever report they stand in."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from accord.grouping.linkage import cluster
from accord.grouping.terms import Vector
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.sources import Sources
from accord.records import Sentence

_TELLING_KINDS = frozenset({"body", "list", "summary"})
_FEWEST_TERMS = 2
_BRACKETS = frozenset({("(", ")"), ("[", "]")})
# A number tells more than a word of its rarity, two words side by side less than either.
_NUMBER = 1.5
_PAIR = 0.3
# Two groups are one where their sentences are so much alike on average.
_LIKE = 0.12
# A sentence is compared with at most so many others, which it shares most with; a term that stands in more
# sentences than this finds only the nearest of them.
_NEIGHBOURS = 24
_HOLDERS = 60


class SentenceAt(Struct, frozen=True, order=True):
    """A sentence of a report, by its index in the Reading."""

    report: str
    index: int


class FactGroup(Struct, frozen=True):
    """Sentences that tell one fact, in order, each with how close it is to all of them (0 to 1)."""

    sentences: tuple[SentenceAt, ...]
    closeness: tuple[float, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that tell it, sorted."""
        return tuple(sorted({at.report for at in self.sentences}))


def align_facts(sources: Sources, words: FactWords) -> tuple[FactGroup, ...]:
    """The sentences of a story's running text in groups of those that tell the same.

    A group may have several sentences of one report, and most have one sentence alone.  Cost grows with
    the number of sentences, not of their pairs.
    """
    places, counts = [], []
    for reading in sources.readings:
        for index, sentence in enumerate(reading.sentences):
            text = reading.text[sentence.start : sentence.end]
            if _tells(sentence) and not _is_of_a_picture(text, words):
                places.append(SentenceAt(reading.id, index))
                counts.append(_counts(sentence.terms))
    vectors = _weighed(counts)
    groups = cluster(vectors, _near(vectors), _LIKE)
    return tuple(_group([places[at] for at in group], [vectors[at] for at in group]) for group in groups)


def _tells(sentence: Sentence) -> bool:
    """A sentence of running text that repeats no other; headlines only name what the text tells."""
    return (
        sentence.kind in _TELLING_KINDS
        and sentence.repeats is None
        and len(set(sentence.terms)) >= _FEWEST_TERMS
    )


def _is_of_a_picture(text: str, words: FactWords) -> bool:
    """A caption or a credit, which may stand in brackets as a whole."""
    return (text[:1], text[-1:]) in _BRACKETS or words.caption.search(text) is not None


def _counts(terms: Sequence[str]) -> Mapping[str, float]:
    """How much a sentence makes of each term and of each two side by side."""
    found: dict[str, float] = {term: 1 + math.log(times) for term, times in Counter(terms).items()}
    for one, other in pairwise(terms):
        found[f"{one} {other}"] = found.get(f"{one} {other}", 0.0) + _PAIR
    return found


def _weighed(counts: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Vectors of unit length, in which terms that few sentences of the story have weigh most."""
    holders = Counter(term for each in counts for term in each)
    total = len(counts)
    found: list[Vector] = []
    for each in counts:
        weights = {
            term: much * math.log(1 + total / holders[term]) * (_NUMBER if _has_digit(term) else 1.0)
            for term, much in each.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found.append({term: weight / length for term, weight in weights.items()})
    return found


def _has_digit(term: str) -> bool:
    return any(letter.isdigit() for letter in term)


def _near(vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """The pairs that may be joined: each with those before it that it is most alike."""
    postings: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        alike: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for other in postings[term][-_HOLDERS:]:
                alike[other] += weight * vectors[other][term]
            postings[term].append(at)
        nearest = sorted(alike, key=lambda other: (-alike[other], other))[:_NEIGHBOURS]
        yield from ((other, at) for other in nearest if alike[other] >= _LIKE / 2)


def _group(places: Sequence[SentenceAt], vectors: Sequence[Vector]) -> FactGroup:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    length = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    closeness = [sum(total[term] * weight for term, weight in each.items()) / length for each in vectors]
    ordered = sorted(zip(places, closeness, strict=True))
    return FactGroup(tuple(place for place, _ in ordered), tuple(close for _, close in ordered))
