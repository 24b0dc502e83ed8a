"""Two clauses of order about the same two events."""

from __future__ import annotations

from msgspec import Struct

from accord.records import Comparison


class Gap(Struct, frozen=True):
    """How many days the second of two events came after the first: in [low, high], None being open.

    `sign` is 1 where the second is told to come after the first, -1 before, 0 where the clause
    leaves it open ("on the same day").  Days are calendar days, so that two events of one day
    may still follow each other.
    """

    low: int | None
    high: int | None
    sign: int

    def turned(self) -> Gap:
        """The same clause told from the other event."""
        return Gap(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            -self.sign,
        )


def gap(low: int | None, high: int | None) -> Gap:
    """The gap of a clause `later - earlier in [low, high]`; "after" is (0, None)."""
    same_day = low == 0 and high == 0
    sign = 0 if same_day or low is None or low < 0 else 1
    return Gap(low, high, sign)


def compare(one: Gap, other: Gap) -> Comparison:
    """Compare two clauses told from the same event."""
    if _blank(one) or _blank(other):
        return "cannot tell"
    if one == other:
        return "agrees"
    if one.sign * other.sign < 0 or _below(one, other) or _below(other, one):
        return "contradicts"
    if within(one, other) or within(other, one):
        return "refines"
    return "agrees"


def within(inner: Gap, outer: Gap) -> bool:
    """Whatever `inner` allows, `outer` allows."""
    if outer.sign not in (0, inner.sign):
        return False
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def _blank(value: Gap) -> bool:
    return value.low is None and value.high is None and value.sign == 0


def _below(one: Gap, other: Gap) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
