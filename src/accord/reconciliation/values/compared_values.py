"""Two values that differ, as features see them: how alike their contexts are, and what else reports give."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from rapidfuzz.distance import Prefix

from accord.reconciliation.values.value_compatibility import GivenValues, ValuesBeside
from accord.reconciliation.values.value_mentions import ValueMention


class ContextLikeness(Struct, frozen=True):
    """How alike the contexts of two values are.

    `near` is how alike what stands around the values is, `like` how alike their sentences are, from 0
    to 1; `lead` how close that comes to the likest place in the other report that either could stand in.
    """

    near: float
    like: float
    beside: ValuesBeside
    lead: float = 1.0

    @property
    def score(self) -> float:
        """Both likenesses together."""
        return self.near * self.like


class ComparedValues:
    """Two values in like sentences, and what several features ask of them.

    `context` is how alike their contexts are; `few` and `many` are how many other reports give either value,
    the less told first, and `thirds` how many give both; `left` and `right` are how many of the same words
    and marks are written directly before both and after both; `timed` says that they are days and no lengths.
    """

    __slots__ = ("context", "few", "left", "many", "one", "other", "right", "thirds", "timed")

    def __init__(
        self, one: ValueMention, other: ValueMention, context: ContextLikeness, known: GivenValues
    ) -> None:
        self.one, self.other, self.context = one, other, context
        self.few, self.many = known.backing(one, other)
        self.thirds = known.thirds(one, other)
        self.left = Prefix.similarity(one.context.left, other.context.left)
        self.right = Prefix.similarity(one.context.right, other.context.right)
        self.timed = one.told.is_time


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two sets of weighed words are, from 0 to 1."""
    top = sum(weight * other[word] for word, weight in one.items() if word in other)
    size = sum(v * v for v in one.values()) * sum(v * v for v in other.values())
    return top / size**0.5 if size else 0.0
