"""The minutes that a time of day can mean, with how far it is ahead of UTC where that is told."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?")
# How many minutes before and after a time of day it can mean, by what stands before it ("around noon").
_WIDTHS = {"APPROX": (30, 30), "BEFORE": (30, 0), "AFTER": (0, 30)}
_FURTHEST_BEHIND, _FURTHEST_AHEAD, _DAY = -12 * 60, 14 * 60, 24 * 60


def clock_span(value: str, mod: str | None, offset: int | None) -> tuple[str, str] | None:
    """First and last minute that a TIMEX3 time of day can mean, ISO 8601; with its offset where it is told.

    None where its day or its hour is not known.

    >>> clock_span("2025-07-07T24:00", "BEFORE", 180)
    ('2025-07-07T23:30+03:00', '2025-07-08T00:00+03:00')
    """
    found = _CLOCK.fullmatch(value)
    if found is None:
        return None
    before, after = _WIDTHS.get(mod or "", (0, 0))
    zone = None if offset is None else timezone(timedelta(minutes=offset))
    try:
        minutes = timedelta(hours=int(found[2]), minutes=int(found[3]))
        middle = datetime.fromisoformat(found[1]).replace(tzinfo=zone) + minutes
        ends = middle - timedelta(minutes=before), middle + timedelta(minutes=after)
    except (ValueError, OverflowError):
        return None
    return ends[0].isoformat(timespec="minutes"), ends[1].isoformat(timespec="minutes")


def minutes_ahead(told: str) -> int | None:
    """How many minutes an offset ("+05:30", "-0400", "z") is ahead of UTC."""
    if told.lower() == "z":
        return 0
    found = re.fullmatch(r"([+-])(\d\d):?(\d\d)", told)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def offset_between(local: int, elsewhere: int, offset: int) -> int | None:
    """How far a clock is ahead of UTC that shows `local` when one that is `offset` ahead shows `elsewhere`.

    All in minutes; None where no zone is so far off.
    """
    ahead = local - elsewhere + offset
    for turn in (0, -_DAY, _DAY):
        if _FURTHEST_BEHIND <= ahead + turn <= _FURTHEST_AHEAD:
            return ahead + turn
    return None
