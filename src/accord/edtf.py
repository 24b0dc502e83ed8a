"""EDTF dates: what they say, the days they can mean, and the one date several contested ones make."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

Bounds = tuple[str | None, str | None]
"""First and last day a date can mean, ISO 8601; None is open."""

Days = tuple[date | None, date | None]
"""The same as dates."""

_DATE = re.compile(r"(-?[\dX]{4}|Y-\d{5,})(?:-([\dX]{2}))?(?:-([\dX]{2}))?([?~%]?)")
_WITHIN = re.compile(r"(?<![\w-])(?:\d{4}|XXXX)-\d{2}(?:-\d{2})?(?![\w-])")
_ANY_YEAR = "XXXX"
# ISO 8601-2 numbers seasons, quarters, thirds and halves of a year where a month would stand.
_PARTS_OF_YEAR = range(21, 42)
# An end of an interval that is open or not known.
_OPEN = frozenset({"", ".."})
_UNKNOWN: Bounds = (None, None)


class PartialDate(Struct, frozen=True):
    """A date as far as it is told.

    `year` has four digits, or more before the year -9999, behind a "-" before the year 0; `month` and `day`
    two, or none where the date names none; "X" stands for a digit that is not told.  A `month` from 21 on is
    a season or another part of a year.  `mark` is "?" where it is uncertain, "~" where it is approximate, "%"
    where it is both, or "".
    """

    year: str
    month: str = ""
    day: str = ""
    mark: str = ""

    @property
    def is_before_christ(self) -> bool:
        """The year is told, and lies before the year 0; no calendar of days reaches there."""
        return self.year.startswith("-")

    @property
    def month_number(self) -> int | None:
        """The number of the month or the part of a year, or None where it is not told."""
        return int(self.month) if self.month.isdigit() else None

    @property
    def is_month(self) -> bool:
        """A month of the calendar is told."""
        return 1 <= (self.month_number or 0) <= 12

    @property
    def is_part_of_year(self) -> bool:
        """A season, a quarter or the like is told in the place of a month."""
        return (self.month_number or 0) in _PARTS_OF_YEAR

    @property
    def day_number(self) -> int | None:
        """The day of the month, or None where it is not told."""
        return int(self.day) if self.day.isdigit() else None

    def bounds(self) -> Bounds:
        """The days it can mean; open where the century is not told, or it is no day of the calendar."""
        if not self.year[:2].isdigit() or ("X" in self.year[2:3] and self.year[3] != "X"):
            return _UNKNOWN
        first, last = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        if first < 1 or (self.month and not self.is_month):
            return _UNKNOWN
        if not self.month:
            return f"{first:04}-01-01", f"{last:04}-12-31"
        length = monthrange(last, int(self.month))[1]
        if not self.day:
            return f"{first:04}-{self.month}-01", f"{last:04}-{self.month}-{length:02}"
        if not 1 <= (self.day_number or 0) <= length:
            return _UNKNOWN
        return f"{first:04}-{self.month}-{self.day}", f"{last:04}-{self.month}-{self.day}"


class Interval(Struct, frozen=True):
    """From one date to another, both in EDTF; None is open or not known."""

    start: str | None
    end: str | None


class DateSet(Struct, frozen=True):
    """One of several dates in EDTF ("or"), or all of them ("and")."""

    dates: tuple[str, ...]
    joint: Literal["or", "and"]


def read(edtf: str | None) -> PartialDate | Interval | DateSet | None:
    """What an EDTF date, interval (`a/b`) or set (`[a,b]`, `{a,b}`) says; None where it is none of these."""
    if not edtf:
        return None
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return Interval(*(None if part in _OPEN else part for part in (start, end)))
    if edtf[0] in "[{" and edtf[-1] in "]}":
        dates = tuple(part.strip() for part in edtf[1:-1].split(","))
        return DateSet(dates, "or" if edtf[0] == "[" else "and")
    return read_date(edtf)


def read_date(edtf: str | None) -> PartialDate | None:
    """What a single EDTF date says; None where it is no such date."""
    found = _DATE.fullmatch(edtf or "")
    return (
        PartialDate(found[1].removeprefix("Y"), found[2] or "", found[3] or "", found[4]) if found else None
    )


def bounds(edtf: str | None) -> Bounds:
    """The days that an EDTF date, interval (`a/b`) or one of a set (`[a,b]`) can mean.

    What is not known, or is not of these forms, is open on both sides.
    """
    told = read(edtf)
    if isinstance(told, PartialDate):
        return told.bounds()
    if isinstance(told, Interval):
        return bounds(told.start)[0], bounds(told.end)[1]
    if isinstance(told, DateSet) and told.joint == "or":
        first, last = zip(*map(bounds, told.dates), strict=True)
        return (
            None if None in first else min(day for day in first if day),
            None if None in last else max(day for day in last if day),
        )
    return _UNKNOWN


def days(edtf: str | None) -> Days:
    """As `bounds`, as dates."""
    first, last = bounds(edtf)
    return day_of(first), day_of(last)


def day_of(text: str | None) -> date | None:
    """The day that a full ISO date names, or None."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same day: their days overlap, or one is not known."""
    (first, last), (begin, end) = bounds(one), bounds(other)
    before = last is not None and begin is not None and last < begin
    after = end is not None and first is not None and end < first
    return not (before or after)


def one_of(dates: Sequence[str]) -> str | None:
    """EDTF for "one of these dates", sorted; a single date stays as it is, none gives None."""
    single = sorted({each for each in dates if _has_days(each)})
    if len(single) < 2:
        return single[0] if single else None
    return f"[{','.join(single)}]"


def _has_days(edtf: str) -> bool:
    told = read_date(edtf)
    return year_is_open(edtf) or (told is not None and not told.is_before_christ)


def ordinal(edtf: str) -> int:
    """The number of the first day that a date can mean; 0 where that is open."""
    first = days(edtf)[0]
    return first.toordinal() if first else 0


def year_is_open(edtf: str | None) -> bool:
    """Whether it names a month or day of a year that no report tells."""
    return f"{_ANY_YEAR}-" in (edtf or "")


def in_year(edtf: str, year: str) -> str:
    """The same date, interval or set, in `year` (four digits) where its year is not told."""
    return edtf.replace(_ANY_YEAR, year)


def replaced_within(text: str, worded: Callable[[str], str]) -> str:
    """`text` with each month and day in EDTF that stands in it put as `worded` puts it."""
    return _WITHIN.sub(lambda found: worded(found[0]), text)
