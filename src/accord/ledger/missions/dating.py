"""The dates of a sentence; a day told without its year belongs to the year told just before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from accord.records import Time

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(\d{4}|XXXX)(-\d\d(?:-\d\d)?)\Z")


def dated(times: Iterable[Time]) -> list[Time]:
    """The times that are dates, in order.

    "Appointed on 8 March 1930, arrived on 24 May and served until 1932" dates the arrival by the
    year before it, and not by the one after.
    """
    found: list[Time] = []
    last: str | None = None
    for time in times:
        if time.type not in {"DATE", "TIME"} or time.edtf is None:
            continue
        date = _DAY.match(time.edtf)
        if date is not None and last is not None and _YEAR.search(time.text) is None:
            year = int(last[:4]) + (date[2] < last[4:])
            time = replace(time, edtf=f"{year:04}{date[2]}")
        elif time.earliest is None:
            continue
        found.append(time)
        plain = time.edtf.rstrip("?~%") if time.edtf else ""
        last = plain if _DAY.match(plain) else None
    return found
