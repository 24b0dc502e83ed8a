"""How sure it is that two values in like sentences of two reports are values of one thing."""

from __future__ import annotations

import math

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.feature_registry import check_names
from accord.reconciliation.values.compared_values import ComparedValues
from accord.reconciliation.values.value_features import VALUE_FEATURES
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/sameness.json"


class Judge(Struct, frozen=True, forbid_unknown_fields=True):
    """Tells how likely two values are of one thing, in the manner of a logistic regression of their features.

    `weights` tells how much each feature tells, 0 where it tells nothing, `threshold` how likely one thing
    must be for values that differ to contradict.
    """

    about: str
    threshold: float
    base: float
    weights: dict[str, float]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Judge:
        """Read the weights.

        Raises:
            VocabularyError: the file is broken, or is of other features than are measured.
        """
        judge = vocabulary.read(_FILE, cls)
        check_names(_FILE, judge.weights, VALUE_FEATURES)
        if not 0 < judge.threshold < 1:
            raise VocabularyError(f"{_FILE}: threshold {judge.threshold} must lie between 0 and 1")
        return judge

    def likelihood(self, pair: ComparedValues) -> float:
        """How likely two values are of one thing."""
        told = (weight * VALUE_FEATURES[name](pair) for name, weight in self.weights.items() if weight)
        return 1 / (1 + math.exp(-(self.base + sum(told))))

    def is_sure(self, likely: float) -> bool:
        """Whether that is likely enough for values that differ to contradict."""
        return likely >= self.threshold
