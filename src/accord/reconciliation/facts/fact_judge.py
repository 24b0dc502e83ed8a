"""How sure it is that two sentences of a story tell the same, learnt from stories read by people."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.facts.likeness import CLOSER_SIGNS, SIGNS, MeasuredPairs, looked_closer
from accord.reconciliation.facts.piece_meanings import PieceMeanings
from accord.reconciliation.facts.telling import ToldSentence
from accord.reconciliation.likelihood import SURE, likelihood
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/facts.json"


class SignWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of a logistic regression: `base`, and one for each sign of likeness."""

    base: float
    weights: dict[str, float]

    def likelihoods(self, pairs: MeasuredPairs) -> dict[tuple[int, int], int]:
        """How likely each pair tells the same, from 0 to 1024; pairs that do not are left out.

        Signs are added up one after the other, which gives the same on every machine.
        """
        total = numpy.full(len(pairs.one), self.base)
        for column, name in enumerate(pairs.names):
            total = total + self.weights[name] * pairs.signs[:, column]
        likely = map(likelihood, total.tolist())
        indexes = zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)
        return {pair: score for pair, score in zip(indexes, likely, strict=True) if score}


class FactJudge(Struct, frozen=True, forbid_unknown_fields=True):
    """Tells which sentences tell the same: by words and `meaning`, or where there is none by `words` alone.

    Pairs that by these have a chance of `glance` (0 to 1) are looked at `closer`, piece by piece.  Two groups
    of sentences are one fact where that is likely by `threshold` (0 to 1) on average, by words alone by
    `threshold_by_words`.
    """

    about: str
    threshold: float
    threshold_by_words: float
    glance: float
    closer: SignWeights
    meaning: SignWeights
    words: SignWeights

    def closely(
        self, told: Sequence[ToldSentence], pairs: MeasuredPairs, pieces: PieceMeanings
    ) -> dict[tuple[int, int], int]:
        """How likely each pair tells the same by all there is to know; those with no chance are left out."""
        worth = self.meaning.likelihoods(pairs)
        least = self.glance * SURE
        at = zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)
        chosen = [worth.get(pair, 0) >= least for pair in at]
        return self.closer.likelihoods(looked_closer(pairs, chosen, told, pieces))

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> FactJudge:
        """Read the weights.

        Raises:
            VocabularyError: the file is broken, or is of other signs than are measured.
        """
        judge = vocabulary.read(_FILE, cls)
        for weights, signs in (
            (judge.closer, CLOSER_SIGNS),
            (judge.meaning, SIGNS),
            (judge.words, SIGNS),
        ):
            if tuple(weights.weights) != signs:
                raise VocabularyError(
                    f"vocabulary file {_FILE}: weights must be of {', '.join(signs)}, in this order"
                )
        for name in ("threshold", "threshold_by_words", "glance"):
            if not 0 < getattr(judge, name) < 1:
                raise VocabularyError(f"vocabulary file {_FILE}: {name} must lie between 0 and 1")
        return judge
