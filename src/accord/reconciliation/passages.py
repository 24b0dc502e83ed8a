"""Sentences of different reports that tell the same, found through the words they share."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from accord.reconciliation.sources import Sources, tells
from accord.records import Reading

_DIGIT = re.compile(r"\d")
# Of a sentence, at most so many others are looked at: those that share its rarest words most.
_NEIGHBOURS = 24
# A word that stands in more sentences finds none.
_COMMON = 60
_FEWEST_SHARED = 3
_LIKE = 0.12


class Passage(Struct, frozen=True):
    """A sentence: report, index, and its content words without numbers.  `tells` is false of headlines."""

    report: str
    index: int
    words: frozenset[str]
    tells: bool


class Likeness(Struct, frozen=True):
    """How alike two passages (indexes into `Passages.all`, first < second) are, from 0 to 1."""

    first: int
    second: int
    score: float


class Passages(Struct, frozen=True):
    """The passages of a story and which of them are alike."""

    all: tuple[Passage, ...]
    alike: tuple[Likeness, ...]
    weights: dict[str, float]


def align(sources: Sources) -> Passages:
    """Align the passages of a story.  Cost grows with the number of passages, not of their pairs."""
    passages: list[Passage] = []
    spread: Counter[str] = Counter()
    for reading in sources.readings:
        words = [_words(sentence.terms) for sentence in reading.sentences]
        spread.update(frozenset().union(*words))
        passages += [
            Passage(reading.id, index, words[index], tells(sentence))
            for index, sentence in enumerate(reading.sentences)
            if not _reprint(reading, index)
        ]
    reports = len(sources.readings)
    weights = {word: math.log((reports + 1) / (count + 0.5)) + 0.5 for word, count in spread.items()}
    postings: dict[str, list[int]] = defaultdict(list)
    found: list[Likeness] = []
    for at, passage in enumerate(passages):
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(passage.words):
            for other in postings[word][-_COMMON:]:
                shared[other] += weights[word]
            postings[word].append(at)
        nearest = sorted(
            (o for o in shared if _are_apart(passages[o], passage)), key=lambda o: (-shared[o], o)
        )
        for other in nearest[:_NEIGHBOURS]:
            score = likeness(passages[other].words, passage.words, weights)
            if score >= _LIKE:
                found.append(Likeness(other, at, score))
    return Passages(tuple(passages), tuple(found), weights)


def _are_apart(one: Passage, other: Passage) -> bool:
    """The passages are of two reports, or a headline and a sentence of the text below it."""
    return one.report != other.report or one.tells != other.tells


def likeness(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    """The share of the words' weight that both have; 0 where they share too few."""
    common = one & other
    if len(common) < _FEWEST_SHARED:
        return 0.0
    total = sum(weights[w] for w in sorted(one)) + sum(weights[w] for w in sorted(other))
    return 2 * sum(weights[w] for w in sorted(common)) / total


def _reprint(reading: Reading, index: int) -> bool:
    """The sentence repeats an earlier one word for word."""
    here = reading.sentences[index]
    if here.repeats is None or here.repeats >= index:
        return False
    there = reading.sentences[here.repeats]
    return here.terms == there.terms and here.end - here.start == there.end - there.start


def _words(terms: Sequence[str]) -> frozenset[str]:
    return frozenset(term for term in terms if len(term) > 1 and not _DIGIT.search(term))
