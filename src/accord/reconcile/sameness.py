"""How sure it is that two values in like sentences of two reports are values of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.reconcile.compare import quantity as quantities
from accord.reconcile.compare import time as times
from accord.reconcile.slots import Slot
from accord.records import Comparison

Given = frozenset[tuple[str, str, quantities.Range | times.Span]]
"""Which values each report gives anywhere: (report, kind of value, value)."""

# What each sign says for or against, in the manner of a logistic regression, fitted on pairs of values
# of which one was changed on purpose against pairs of like sentences that tell of two things.  Two
# sentences that differ in one value contradict each other; those that differ in several, or of a report
# that gives both values, tell of two things.
_ALWAYS = -5.7
_NEAR, _LIKE, _NEAR_AND_LIKE = 1.8, 1.1, 1.2
_AGREEING, _CLASHING, _BOTH_GIVEN = 0.65, -1.7, -3.9
_NAME, _NAMES_APART, _NEXT_TO, _MOST = 0.5, -0.9, 0.9, 3
_SAME_SPECIFICS, _SAME_MODIFIED, _CROWDED = 0.7, 0.8, -1.2
_TIME, _NO_UNIT = 1.3, -0.3
_SURE = -0.8
# Two days of acts of a known kind are two acts, unless the sentences are nearly the same.
_NEARLY_THE_SAME = 0.6


class Company(Struct, frozen=True):
    """The other values of two sentences: how many agree, and how many clash and agree with none."""

    agreeing: int
    clashing: int


def company(one: Slot, other: Slot, ones: Sequence[Slot], others: Sequence[Slot]) -> Company:
    """What the values beside `one` and `other` in their sentences say of each other."""
    agreeing = clashing = 0
    for beside in ones:
        if beside is one:
            continue
        answers = {compare(beside, that) for that in others if that is not other and that.kind == beside.kind}
        agreeing += "agrees" in answers
        clashing += "contradicts" in answers and not answers & {"agrees", "refines"}
    return Company(agreeing, clashing)


def of_one_thing(one: Slot, other: Slot, near: float, like: float, beside: Company, given: Given) -> bool:
    """Whether two values that differ are of one thing, as far as their sentences show.

    `near` is how alike what stands around the values is, `like` how alike their sentences are, from 0
    to 1.
    """
    if one.names and other.names and not one.names & other.names:
        return False
    if one.owner is not None and other.owner is not None:
        same_act = one.owner != other.owner and one.owner.key == other.owner.key
        return same_act and like >= _NEARLY_THE_SAME
    if (one.owner is not None or other.owner is not None) and like < _NEARLY_THE_SAME:
        return False
    swapped = {(one.report, one.kind, other.value), (other.report, other.kind, one.value)}
    both = one.report != other.report and bool(swapped & given)
    signs = (
        (_NEAR, near),
        (_LIKE, like),
        (_NEAR_AND_LIKE, near * like),
        (_AGREEING, beside.agreeing > 0),
        (_CLASHING, min(beside.clashing, 2)),
        (_BOTH_GIVEN, both),
        (_NAME, min(len(one.names & other.names), _MOST)),
        (_NAMES_APART, min(len(one.names - other.names), len(other.names - one.names), 2)),
        (_NEXT_TO, min(len(one.next_to & other.next_to), _MOST)),
        (_SAME_SPECIFICS, one.specifics == other.specifics),
        (_SAME_MODIFIED, one.modifies == other.modifies),
        (_CROWDED, max(one.crowd, other.crowd) > 1),
        (_TIME, one.kind == "time"),
        (_NO_UNIT, one.kind == "quantity None"),
    )
    return _ALWAYS + sum(weight * value for weight, value in signs) > _SURE


def compare(one: Slot, other: Slot) -> Comparison:
    """How the values of two slots of one kind compare."""
    if isinstance(one.value, times.Span) and isinstance(other.value, times.Span):
        return times.compare(one.value, other.value)
    if isinstance(one.value, quantities.Range) and isinstance(other.value, quantities.Range):
        return quantities.compare(one.value, other.value)
    return "cannot tell"
