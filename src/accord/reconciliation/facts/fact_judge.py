"""How sure it is that two sentences of a story tell the same, learnt from stories read by people."""

from __future__ import annotations

import math

import numpy
from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.facts.likeness import SIGNS, MeasuredPairs
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/facts.json"

_FAR = 50.0

SURE = 1024
"""What the judge says is a whole number, from 0 to this: never by so much, always."""


class SignWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of a logistic regression: `base`, and one for each sign of likeness."""

    base: float
    weights: dict[str, float]

    def likelihoods(self, pairs: MeasuredPairs) -> dict[tuple[int, int], int]:
        """How likely each pair tells the same, from 0 to 1024; pairs that do not are left out.

        Signs are added up one after the other, which gives the same on every machine.
        """
        total = numpy.full(len(pairs.one), self.base)
        for column, name in enumerate(SIGNS):
            total = total + self.weights[name] * pairs.signs[:, column]
        likely = (round(SURE / (1 + math.exp(-each))) for each in total.clip(-_FAR, _FAR).tolist())
        indexes = zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)
        return {pair: score for pair, score in zip(indexes, likely, strict=True) if score}


class FactJudge(Struct, frozen=True, forbid_unknown_fields=True):
    """Tells which sentences tell the same: by words and `meaning`, or where there is none by `words` alone.

    Two groups of sentences are one fact where that is likely by `threshold` (0 to 1) on average.
    """

    about: str
    threshold: float
    meaning: SignWeights
    words: SignWeights

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> FactJudge:
        """Read the weights.

        Raises:
            VocabularyError: the file is broken, or is of other signs than are measured.
        """
        judge = vocabulary.read(_FILE, cls)
        for weights in (judge.meaning.weights, judge.words.weights):
            if tuple(weights) != SIGNS:
                raise VocabularyError(
                    f"vocabulary file {_FILE}: weights must be of {', '.join(SIGNS)}, in this order"
                )
        if not 0 < judge.threshold < 1:
            raise VocabularyError(f"vocabulary file {_FILE}: threshold must lie between 0 and 1")
        return judge
