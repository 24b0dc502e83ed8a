"""The dates of a sentence, as the report's times give them and as the dates before them make them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from accord.guides.phrase_patterns import ClausePatterns
from accord.records import Time

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(\d{4}|XXXX)(-\d\d(?:-\d\d)?)\Z")
_FULL = re.compile(r"\d{4}-\d\d-\d\d\Z")
_TOLD_BEFORE = "the date told before"
# "The same day", "two days later": the reader of times has dated them by the date before.
_FROM_ANOTHER = frozenset({"the one before it", "from the time before it"})


def dated(
    text: str, start: int, end: int, times: Iterable[Time], words: ClausePatterns, told: str | None = None
) -> list[Time]:
    """The times of `text[start:end]` that are dates, in order; `told` is the day told last before.

    "Appointed on 8 March 1930, arrived on 24 May and served until 1932" dates the arrival by the
    year before it, and not by the one after; "that same date" is the day told last.
    """
    inside = [time for time in times if start <= time.start and time.end <= end]
    again = [
        Time(*match.span(), match[0], "DATE", "", how=_TOLD_BEFORE)
        for match in words.same_date.finditer(text, start, end)
        if not any(time.start < match.end() and match.start() < time.end for time in inside)
    ]
    found: list[Time] = []
    last: str | None = None
    for time in sorted((*inside, *again), key=lambda time: time.start):
        date = _as_told(time, last, told)
        if date is None:
            continue
        found.append(date)
        plain = sure(date.edtf or "")
        last = plain if _DAY.match(plain) else None
        told = plain if _FULL.match(plain) else told
    return found


def _as_told(time: Time, last: str | None, told: str | None) -> Time | None:
    """A time with the date that the ones before it give it: `last` of the sentence, the day `told` last."""
    if time.how == _TOLD_BEFORE:
        return replace(time, value=told, edtf=told, earliest=told, latest=told) if told else None
    if time.type not in {"DATE", "TIME"} or time.edtf is None:
        return None
    day = _DAY.match(time.edtf)
    has_year = _YEAR.search(time.text) is not None or time.how in _FROM_ANOTHER
    if day is not None and last is not None and not has_year:
        return replace(time, edtf=f"{int(last[:4]) + (day[2] < last[4:]):04}{day[2]}")
    return time if time.earliest is not None else None


def begins(time: Time | None) -> str | None:
    """The EDTF date with which a time begins; None for one of several dates."""
    if time is None or time.edtf is None or time.edtf.startswith(("[", "/")):
        return None
    return time.edtf.split("/")[0]


def is_day(edtf: str | None) -> bool:
    """Whether a date is one day."""
    return edtf is not None and _FULL.match(edtf) is not None


def sure(edtf: str) -> str:
    """A date without what says that it is uncertain or approximate."""
    return edtf.rstrip("?~%")
