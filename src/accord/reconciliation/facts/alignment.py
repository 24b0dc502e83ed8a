"""Sentences of a story put together where they tell the same, whichever report they stand in."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.grouping.average_link import average_link
from accord.grouping.meaning.encoder import CloseEncoding
from accord.grouping.terms import Vector
from accord.reconciliation.facts.fact_judge import FactJudge
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.facts.likeness import measured_pairs
from accord.reconciliation.facts.meanings import StoryMeanings
from accord.reconciliation.facts.piece_meanings import PieceMeanings
from accord.reconciliation.facts.telling import (
    SentenceAt,
    ToldSentence,
    term_vectors,
    told_sentences,
)
from accord.reconciliation.likelihood import SURE
from accord.reconciliation.sources import Sources
from accord.vocabulary import PACKAGED, Vocabulary

_SEVERAL = 2


class FactGroup(Struct, frozen=True):
    """Sentences that tell one fact, in order, each with how close it is to all of them (0 to 1)."""

    sentences: tuple[SentenceAt, ...]
    closeness: tuple[float, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that tell it, sorted."""
        return tuple(sorted({at.report for at in self.sentences}))


class FactAligner(Struct, frozen=True):
    """Puts sentences together by what `judge` says of them; `words` tell which sentences tell.

    `encoding` gives the meaning of sentences; without it, their words alone count.
    """

    words: FactWords
    judge: FactJudge
    encoding: CloseEncoding | None = None

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED, encoding: CloseEncoding | None = None) -> FactAligner:
        """Read the words and the judge's weights.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(FactWords.load(vocabulary), FactJudge.load(vocabulary), encoding)

    def align(self, sources: Sources) -> tuple[FactGroup, ...]:
        """The sentences of a story's running text in groups of those that tell the same.

        A group may have several sentences of one report, and most have one sentence alone.
        """
        told = told_sentences(sources, self.words)
        vectors, weights = term_vectors(told)
        several = len(sources.readings) >= _SEVERAL
        scores, threshold = self._scores(told, vectors, weights, several)
        groups = average_link(len(told), scores, threshold * SURE)
        return tuple(_group([told[at] for at in group], [vectors[at] for at in group]) for group in groups)

    def _scores(
        self,
        told: Sequence[ToldSentence],
        vectors: Sequence[Vector],
        weights: Mapping[str, float],
        several: bool,
    ) -> tuple[dict[tuple[int, int], int], float]:
        """How likely pairs tell the same, and how likely is enough.

        A report alone is not worth loading a model for.
        """
        if self.encoding is None or not told or not several:
            pairs = measured_pairs(told, vectors, weights, None)
            return self.judge.words.likelihoods(pairs), self.judge.threshold_by_words
        texts = [each.text for each in told]
        # The pieces first: vectors are made on the way.
        pieces = PieceMeanings.of(self.encoding.pieces(texts))
        meanings = StoryMeanings.of(self.encoding.vectors(texts))
        pairs = measured_pairs(told, vectors, weights, meanings)
        return self.judge.closely(told, pairs, pieces), self.judge.threshold


def _group(told: Sequence[ToldSentence], vectors: Sequence[Vector]) -> FactGroup:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    length = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    closeness = [sum(total[term] * weight for term, weight in each.items()) / length for each in vectors]
    ordered = sorted(zip((each.place for each in told), closeness, strict=True))
    return FactGroup(tuple(place for place, _ in ordered), tuple(close for _, close in ordered))
