"""The sentences of a story that tell something: which they are, and how much each makes of its terms."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

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


class SentenceAt(Struct, frozen=True, order=True):
    """A sentence of a report, by its index in the Reading."""

    report: str
    index: int


class ToldSentence(Struct, frozen=True):
    """A sentence that tells: where it stands, its words, its terms, and how far into its report (0 to 1)."""

    place: SentenceAt
    text: str
    terms: tuple[str, ...]
    depth: float


def told_sentences(sources: Sources, words: FactWords) -> list[ToldSentence]:
    """The sentences of running text, by report and in their order; headlines only name what it tells."""
    found = []
    for reading in sources.readings:
        for index, sentence in enumerate(reading.sentences):
            text = reading.text[sentence.start : sentence.end]
            if _tells(sentence) and not _is_of_a_picture(text, words):
                depth = index / len(reading.sentences)
                found.append(ToldSentence(SentenceAt(reading.id, index), text, sentence.terms, depth))
    return found


def _tells(sentence: Sentence) -> bool:
    return (
        sentence.kind in _TELLING_KINDS
        and sentence.repeats is None
        and len(set(sentence.terms)) >= _FEWEST_TERMS
    )


def _is_of_a_picture(text: str, words: FactWords) -> bool:
    """A caption or a credit, which may stand in brackets as a whole."""
    return (text[:1], text[-1:]) in _BRACKETS or words.caption.search(text) is not None


def term_vectors(told: Sequence[ToldSentence]) -> tuple[list[Vector], Mapping[str, float]]:
    """Vectors of unit length of what each sentence makes of its terms, and how much each term weighs.

    A term, or two side by side, weigh most if few sentences of the story have them.
    """
    counts = [_counts(each.terms) for each in told]
    holders = Counter(term for each in counts for term in each)
    weights = {
        term: math.log(1 + len(told) / times) * (_NUMBER if has_digit(term) else 1.0)
        for term, times in holders.items()
    }
    found: list[Vector] = []
    for each in counts:
        weighed = {term: much * weights[term] for term, much in each.items()}
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        found.append({term: weight / length for term, weight in weighed.items()})
    return found, weights


def has_digit(term: str) -> bool:
    """Whether a term is a number, or has one in it."""
    return any(letter.isdigit() for letter in term)


def _counts(terms: Sequence[str]) -> Mapping[str, float]:
    """How much a sentence makes of each term and of each two side by side."""
    found: dict[str, float] = {term: 1 + math.log(times) for term, times in Counter(terms).items()}
    for one, other in pairwise(terms):
        found[f"{one} {other}"] = found.get(f"{one} {other}", 0.0) + _PAIR
    return found
