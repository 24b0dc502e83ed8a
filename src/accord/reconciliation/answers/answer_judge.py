"""How sure it is that two values answer one question, learnt from pairs that were read one by one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.answers.signs import SIGNS, AnswerPair
from accord.reconciliation.likelihood import likelihood
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/answers.json"


class AnswerJudge(Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of a logistic regression: `base`, and one for each sign.

    Answers are of one question where that is likely by `link` (0 to 1) on average, and stand against each
    other where two that differ are likely by `threshold` to be of one; to contradict each other, by
    `contradiction`.
    """

    about: str
    threshold: float
    contradiction: float
    link: float
    base: float
    weights: dict[str, float]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> AnswerJudge:
        """Read the weights.

        Raises:
            VocabularyError: the file is broken, or is of other signs than are measured.
        """
        judge = vocabulary.read(_FILE, cls)
        if tuple(judge.weights) != SIGNS:
            raise VocabularyError(
                f"vocabulary file {_FILE}: weights must be of {', '.join(SIGNS)}, in this order"
            )
        for name, share in (("threshold", judge.threshold), ("link", judge.link)):
            if not 0 < share < 1:
                raise VocabularyError(f"vocabulary file {_FILE}: {name} must lie between 0 and 1")
        if not judge.threshold <= judge.contradiction <= 1:
            raise VocabularyError(f"vocabulary file {_FILE}: contradiction must lie between threshold and 1")
        return judge

    def likelihoods(self, pairs: Sequence[AnswerPair]) -> dict[tuple[int, int], int]:
        """How likely each pair is of one question, from 0 to 1024; pairs that are not are left out."""
        weights = tuple(self.weights.values())
        found: dict[tuple[int, int], int] = {}
        for pair in pairs:
            told = self.base
            for weight, sign in zip(weights, pair.signs, strict=True):
                told += weight * sign
            if likely := likelihood(told):
                found[pair.one, pair.other] = likely
        return found
