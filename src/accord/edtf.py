"""EDTF dates as intervals of days, and the one date several contested ones make."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

Bounds = tuple[str | None, str | None]
"""First and last day a date can mean, ISO 8601; None is open."""

_DATE = re.compile(r"(\d{3}[\dX]|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?[?~%]?")
_UNKNOWN: Bounds = (None, None)


def bounds(edtf: str | None) -> Bounds:
    """The days that an EDTF date, interval (`a/b`) or one of a set (`[a,b]`) can mean.

    What is not known, or is not of these forms, is open on both sides.
    """
    if not edtf:
        return _UNKNOWN
    if edtf.startswith("[") and edtf.endswith("]"):
        parts = [bounds(part.strip()) for part in edtf[1:-1].split(",")]
        first = [part[0] for part in parts]
        last = [part[1] for part in parts]
        return (
            None if None in first else min(day for day in first if day),
            None if None in last else max(day for day in last if day),
        )
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return bounds(start)[0], bounds(end)[1]
    return _day_bounds(edtf)


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same day: their days overlap, or one is not known."""
    (first, last), (begin, end) = bounds(one), bounds(other)
    before = last is not None and begin is not None and last < begin
    after = end is not None and first is not None and end < first
    return not (before or after)


def one_of(dates: Sequence[str]) -> str | None:
    """EDTF for "one of these dates", sorted; a single date stays as it is, none gives None."""
    single = sorted({date for date in dates if _DATE.fullmatch(date) or date.startswith("XXXX-")})
    if len(single) < 2:
        return single[0] if single else None
    return f"[{','.join(single)}]"


def ordinal(edtf: str) -> int:
    """The number of the first day that a date can mean; 0 where that is open."""
    first = bounds(edtf)[0]
    return date.fromisoformat(first).toordinal() if first else 0


def _day_bounds(edtf: str) -> Bounds:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return _UNKNOWN
    year, month, day = match.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first < 1:
        return _UNKNOWN
    if month is None:
        return f"{first:04}-01-01", f"{last:04}-12-31"
    if not 1 <= int(month) <= 12:
        return _UNKNOWN
    length = monthrange(last, int(month))[1]
    if day is None:
        return f"{first:04}-{month}-01", f"{last:04}-{month}-{length:02}"
    if not 1 <= int(day) <= length:
        return _UNKNOWN
    return f"{first:04}-{month}-{day}", f"{last:04}-{month}-{day}"
