"""Two quantities: ranges of one unit that overlap, lie inside each other, or are disjoint."""

from __future__ import annotations

from msgspec import Struct

from accord.records import Comparison, Quantity

# Figures told to two places may differ in how they were rounded.
_ROUNDING = 0.005


class Range(Struct, frozen=True):
    """A number in [low, high], None being open, of a unit (None: a bare number)."""

    low: float | None
    high: float | None
    unit: str | None


def range_of(quantity: Quantity) -> Range:
    """The range a quantity tells."""
    return Range(quantity.low, quantity.high, quantity.unit)


def compare(one: Range, other: Range) -> Comparison:
    """Compare two ranges; different units cannot be compared."""
    if one.unit != other.unit or _blank(one) or _blank(other):
        return "cannot tell"
    if one == other:
        return "agrees"
    if _below(one, other) or _below(other, one):
        return "contradicts"
    if within(one, other) or within(other, one):
        return "refines"
    return "agrees"


def within(inner: Range, outer: Range) -> bool:
    """Every number of `inner` lies in `outer`."""
    if inner.unit != outer.unit:
        return False
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def _blank(value: Range) -> bool:
    return value.low is None and value.high is None


def _below(one: Range, other: Range) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low - _ROUNDING * abs(other.low)
