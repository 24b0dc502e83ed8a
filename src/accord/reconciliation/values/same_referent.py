"""How sure it is that two values in like sentences of two reports are values of one thing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from rapidfuzz.distance import Prefix

from accord.errors import VocabularyError
from accord.reconciliation.compare import quantity as quantities
from accord.reconciliation.compare import time as times
from accord.reconciliation.values.value_compatibility import (
    UNNAMED,
    GivenValues,
    ValuesBeside,
    printed_apart,
)
from accord.reconciliation.values.value_mentions import (
    MentionContext,
    MentionPlace,
    ToldValue,
    ValueMention,
)
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/sameness.json"
_MOST = 3
_FARTHEST = 4.0


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


class Judge(Struct, frozen=True, forbid_unknown_fields=True):
    """Weighs the signs that two values are of one thing, in the manner of a logistic regression.

    `weights` tells how much each sign tells, `threshold` how likely one thing must be for values that
    differ to contradict.
    """

    about: str
    threshold: float
    base: float
    weights: dict[str, float]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Judge:
        """Read the weights.

        Raises:
            VocabularyError: the file is broken or names a sign that there is none of.
        """
        judge = vocabulary.read(_FILE, cls)
        names = sign_names()
        if unknown := sorted(set(judge.weights) - names):
            known = ", ".join(sorted(names))
            raise VocabularyError(f"{_FILE}: there is no sign {unknown[0]!r}; there are {known}")
        if not 0 < judge.threshold < 1:
            raise VocabularyError(f"{_FILE}: threshold {judge.threshold} must lie between 0 and 1")
        return judge

    def likelihood(self, found: Mapping[str, float]) -> float:
        """How likely a value and another with these signs are of one thing."""
        total = self.base + sum(weight * found[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-total))

    def is_sure(self, likely: float) -> bool:
        """Whether that is likely enough for values that differ to contradict."""
        return likely >= self.threshold


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two sets of weighed words are, from 0 to 1."""
    top = sum(weight * other[word] for word, weight in one.items() if word in other)
    size = sum(v * v for v in one.values()) * sum(v * v for v in other.values())
    return top / size**0.5 if size else 0.0


def signs(
    one: ValueMention, other: ValueMention, place: ContextLikeness, known: GivenValues
) -> dict[str, float]:
    """What speaks for or against two values that differ being of one thing.

    Two sentences that differ in one value contradict each other; those that differ in several tell of
    two things.
    """
    near, like, beside = place.near, place.like, place.beside
    few, many = known.backing(one, other)
    timed = one.told.is_time
    akin = len(one.acts.families & other.acts.families)
    next_to = len(one.context.next_to & other.context.next_to)
    left, right = (
        Prefix.similarity(one.context.left, other.context.left),
        Prefix.similarity(one.context.right, other.context.right),
    )
    mine, others = one.context.names, other.context.names
    named = bool(one.context.named) and bool(other.context.named)
    acts = bool(one.acts.types) and bool(other.acts.types)
    sided = one.acts.owner is not None or other.acts.owner is not None
    values = {
        "near": near,
        "like": like,
        "near and like": near * like,
        "rare near": alike(one.context.telling, other.context.telling),
        "lead": place.lead,
        "akin": akin > 0,
        "not akin": bool(one.acts.families and other.acts.families) and not akin,
        "dated alike": beside.dated_alike,
        "dated apart": beside.dated_apart,
        "of speech": one.context.of_speech != other.context.of_speech,
        "both of speech": one.context.of_speech and other.context.of_speech,
        "akin words": bool(one.acts.akin & other.acts.akin),
        "no akin words": bool(one.acts.akin and other.acts.akin) and not one.acts.akin & other.acts.akin,
        "agreeing": min(beside.agreeing, 2),
        "clashing": min(beside.clashing, 2),
        "third gives both": min(known.thirds(one, other), 2),
        "told by others": math.log1p(many),
        "both told by others": math.log1p(few),
        "names": min(len(mine & others), _MOST),
        "other names": min(len(mine - others), len(others - mine), 2),
        "near name": named and bool(one.context.named & other.context.named),
        "other near name": named and not one.context.named & other.context.named,
        "next to": min(next_to, _MOST),
        "nothing next to": not next_to,
        "written before": left,
        "written after": right,
        "written around": left > 0 and right > 0,
        "same act": acts and one.acts.types[0] == other.acts.types[0],
        "other act": acts and not set(one.acts.types) & set(other.acts.types),
        "other specifics": one.counted.specifics != other.counted.specifics,
        "other modified": one.counted.modifies != other.counted.modifies,
        "crowded": max(one.context.crowd, other.context.crowd) > 1,
        "other unit": one.told.kind != other.told.kind,
        "no unit": one.told.kind == other.told.kind == UNNAMED,
        "far": _distance(one, other),
        "loose": _is_loose(one) or _is_loose(other),
        "other grain": timed and _grain(one) != _grain(other),
        "length": one.told.kind == "length",
        "count": one.counted.counts and other.counted.counts,
        "dates": timed,
        "printed apart": printed_apart(one.place, other.place),
        "headline": not (one.place.tells and other.place.tells),
        "dates of acts": sided and timed,
        "digits": min(_digits(one), _digits(other)),
    }
    return {name: float(value) for name, value in values.items()}


def sign_names() -> frozenset[str]:
    """The names of all signs."""
    blank = ValueMention(MentionPlace("", 0, 0), ToldValue("", times.Span(), ""), MentionContext({}))
    beside = ValuesBeside(0, 0)
    return frozenset(signs(blank, blank, ContextLikeness(0.0, 0.0, beside), GivenValues(())))


def _distance(one: ValueMention, other: ValueMention) -> float:
    """How far apart two values are: doublings of a number; of days, the power of ten."""
    a, b = one.told.value, other.told.value
    if isinstance(a, quantities.Range) and isinstance(b, quantities.Range):
        low, high = sorted((_middle(a), _middle(b)))
        return min(math.log2(high / low), _FARTHEST) if low > 0 else _FARTHEST * (high > 0)
    if isinstance(a, times.Span) and isinstance(b, times.Span):
        if a.earliest is None or b.earliest is None:
            return 0.0
        return min(math.log10(1 + abs(_days(a.earliest, b.earliest))), _FARTHEST)
    return 0.0


def _digits(mention: ValueMention) -> int:
    """How much a value tells: the digits of a number that are not rounded off, the parts of a date."""
    value = mention.told.value
    if isinstance(value, times.Span):
        return sum("X" not in part for part in (value.year, value.month, value.day)) + (
            value.weekday is not None
        )
    number = value.high if value.low is None else value.low
    return len(f"{number or 0:.6g}".partition("e")[0].replace(".", "").strip("0"))


def _days(one: date, other: date) -> int:
    return (one - other).days


def _middle(value: quantities.Range) -> float:
    ends = [end for end in (value.low, value.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _grain(mention: ValueMention) -> str:
    """As what a date is told: a weekday, a year, or the parts of it."""
    value = mention.told.value
    if not isinstance(value, times.Span):
        return ""
    if value.weekday is not None and "X" in value.day:
        return "weekday"
    return "".join(
        part for part, told in (("y", value.year), ("m", value.month), ("d", value.day)) if "X" not in told
    )


def _is_loose(mention: ValueMention) -> bool:
    """The value is rounded, bounded or a span of days."""
    value = mention.told.value
    if isinstance(value, quantities.Range):
        return value.low != value.high
    return "X" in value.day and value.weekday is None
