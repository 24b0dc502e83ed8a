"""Two times: agree, one inside the other, disjoint, or too open to tell."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct

from accord.edtf import day_of, read_date
from accord.records import Comparison, Time

_WEEKDAY = re.compile(r"^XXXX-WXX-([1-7])")
_BOUNDS = frozenset({"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"})
_WEEK = re.compile(r"^[0-9X]{4}-W\d\d(?:-WE)?$")


class Span(Struct, frozen=True):
    """What is known of a day: digits of year, month and day ("X" is an unknown digit), and bounds.

    `weekday` is 1 (Monday) to 7; `earliest` and `latest` bound the day (None is open);
    `approximate` widens the bounds by their own length before they may contradict.
    """

    year: str = "XXXX"
    month: str = "XX"
    day: str = "XX"
    weekday: int | None = None
    earliest: date | None = None
    latest: date | None = None
    approximate: bool = False

    @property
    def blank(self) -> bool:
        """Nothing at all is known."""
        digits = (self.year + self.month + self.day).strip("X")
        return not digits and self.weekday is None and self.earliest is None and self.latest is None


def span_of(time: Time) -> Span:
    """What a time expression says of the day.  Durations and sets say nothing.

    Weeks and weekends are approximate: on a Monday "this week" may well tell of the days before it.
    """
    if time.type in {"DURATION", "SET"}:
        return Span()
    bounds = (day_of(time.earliest), day_of(time.latest))
    approximate = time.mod in {"APPROX"} or _WEEK.match(time.value) is not None
    told = read_date(time.edtf)
    if told and not told.is_before_christ and time.mod not in _BOUNDS:
        month = "XX" if told.is_part_of_year else told.month or "XX"
        return Span(told.year, month, told.day or "XX", None, *bounds, approximate or bool(told.mark))
    weekday = _WEEKDAY.match(time.value)
    return Span(
        weekday=int(weekday[1]) if weekday else None,
        earliest=bounds[0],
        latest=bounds[1],
        approximate=approximate,
    )


def compare(one: Span, other: Span) -> Comparison:
    """Compare two days as far as each is known."""
    if one.blank or other.blank:
        return "cannot tell"
    if one == other:
        return "agrees"
    if _digits_clash(one, other) or _weekdays_clash(one, other):
        near = (one.approximate or other.approximate) and not _apart(one, other)
        return "cannot tell" if near else "contradicts"
    if _apart(one, other):
        return "contradicts"
    if within(one, other) or within(other, one):
        return "refines"
    return "agrees" if _overlap_known(one, other) else "cannot tell"


def within(inner: Span, outer: Span) -> bool:
    """Every day that `inner` may mean, `outer` may mean too."""
    if outer.weekday is not None and _weekday(inner) != outer.weekday:
        return False
    pairs = ((inner.year, outer.year), (inner.month, outer.month), (inner.day, outer.day))
    if not all(o in ("X", i) for a, b in pairs for i, o in zip(a, b, strict=True)):
        return False
    low, high = _bounds(inner)
    outer_low, outer_high = outer.earliest, outer.latest
    if outer_low is not None and (low is None or low < outer_low):
        return False
    return not (outer_high is not None and (high is None or high > outer_high))


def _overlap_known(one: Span, other: Span) -> bool:
    """Something that both say is the same: a year, a month, a day, a weekday, or bounds that meet."""
    for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day)):
        if a == b and "X" not in a:
            return True
    a_low, a_high = _bounds(one)
    b_low, b_high = _bounds(other)
    if a_low is None or a_high is None or b_low is None or b_high is None:
        return False
    return a_low <= b_high and b_low <= a_high


def _digits_clash(one: Span, other: Span) -> bool:
    pairs = zip(one.year + one.month + one.day, other.year + other.month + other.day, strict=True)
    return any(a != b and "X" not in (a, b) for a, b in pairs)


def _weekdays_clash(one: Span, other: Span) -> bool:
    a, b = _weekday(one), _weekday(other)
    return a is not None and b is not None and a != b


def _weekday(span: Span) -> int | None:
    if span.weekday is not None:
        return span.weekday
    if "X" in span.year + span.month + span.day:
        return None
    day = day_of(f"{span.year}-{span.month}-{span.day}")
    return day.isoweekday() if day else None


def _apart(one: Span, other: Span) -> bool:
    a_low, a_high = _widened(one)
    b_low, b_high = _widened(other)
    return (a_high is not None and b_low is not None and a_high < b_low) or (
        b_high is not None and a_low is not None and b_high < a_low
    )


def _widened(span: Span) -> tuple[date | None, date | None]:
    low, high = _bounds(span)
    if not span.approximate or low is None or high is None:
        return low, high
    width = max(high - low, timedelta(days=1))
    try:
        return low - width, high + width
    except OverflowError:
        return None, None


def _bounds(span: Span) -> tuple[date | None, date | None]:
    if span.earliest or span.latest or "X" in span.year:
        return span.earliest, span.latest
    year = int(span.year)
    if not 1 <= year <= 9998:
        return None, None
    if "X" in span.month:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(span.month)
    if "X" in span.day:
        first = day_of(f"{span.year}-{span.month}-01")
        following = date(year + month // 12, month % 12 + 1, 1) if 1 <= month <= 12 else None
        return first, following - timedelta(days=1) if following else None
    day = day_of(f"{span.year}-{span.month}-{span.day}")
    return day, day
