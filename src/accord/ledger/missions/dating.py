"""The dates of a sentence, those told by another date among them: "the same day", "3 May" of that year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from accord.records import Time

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(\d{4}|XXXX)(-\d\d(?:-\d\d)?)\Z")
_FULL = re.compile(r"\d{4}-\d\d-\d\d\Z")
_COUNTS = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_SAME = r"(?:the|that)\s+(?:very\s+)?same|that|this"
_FROM_ANOTHER = re.compile(
    rf"\b(?P<same>(?:{_SAME})\s+(?:day|date))\b(?!\s+(?:that|as|the)\b)"
    r"|\b(?P<next>(?:the\s+)?(?:following|next)\s+day|the\s+day\s+after)\b"
    rf"|\b(?P<count>{'|'.join(_COUNTS)}|\d+)\s+(?P<unit>day|week)s?\s+(?:later|afterwards?)\b",
    re.IGNORECASE,
)


def dated(text: str, start: int, end: int, times: Iterable[Time], told: str | None = None) -> list[Time]:
    """The times of `text[start:end]` that are dates, in order; `told` is the day told last before.

    "Appointed on 8 March 1930, arrived on 24 May and served until 1932" dates the arrival by the
    year before it, and not by the one after; "the same day" and "two days later" go by the day told last.
    """
    others = list(_from_another(text, start, end))
    inside = [
        t for t in times
        if start <= t.start and t.end <= end and not any(t.start < o.end and o.start < t.end for o in others)
    ]  # fmt: skip
    found: list[Time] = []
    last: str | None = None
    for time in sorted((*inside, *others), key=lambda time: time.start):
        day = _DAY.match(time.edtf or "")
        if time in others:
            if told is None:
                continue
            date_of = (date.fromisoformat(told) + timedelta(days=int(time.value))).isoformat()
            time = replace(time, value=date_of, edtf=date_of, earliest=date_of, latest=date_of)
        elif time.type not in {"DATE", "TIME"} or time.edtf is None:
            continue
        elif day is not None and last is not None and _YEAR.search(time.text) is None:
            time = replace(time, edtf=f"{int(last[:4]) + (day[2] < last[4:]):04}{day[2]}")
        elif time.earliest is None:
            continue
        found.append(time)
        plain = (time.edtf or "").rstrip("?~%")
        last = plain if _DAY.match(plain) else None
        told = plain if _FULL.match(plain) else told
    return found


def _from_another(text: str, start: int, end: int) -> Iterator[Time]:
    """What is told by another date: `value` is the number of days after it."""
    for match in _FROM_ANOTHER.finditer(text, start, end):
        days = 0 if match["same"] else 1
        if match["count"]:
            count = match["count"].casefold()
            days = _COUNTS[count] if count in _COUNTS else int(count)
            days *= 7 if match["unit"].casefold() == "week" else 1
        yield Time(*match.span(), match[0], "DATE", str(days), how="from another date")
