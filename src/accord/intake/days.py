"""Days written out in full: in fields, front matter, date lines and file names."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = re.compile(
    r"(?<![\d/])(?<!\d-)(?P<year>\d{4})(?P<sign>[-/._])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d/])(?!-\d)"
    r"|\b(?P<day_first>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+" + _MONTH.format("month_second")
    + r",?[\s-]+(?P<year_third>\d{4})(?!\d)"
    r"|\b" + _MONTH.format("month_first")
    + r"\s+(?P<day_second>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year_last>\d{4})(?!\d)",
    re.IGNORECASE,
)  # fmt: skip
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_LONGEST_FIELD = 60


def find_day(text: str) -> str | None:
    """The one day that `text` writes out in full, as YYYY-MM-DD; None when there is none or several."""
    found = {day for match in _DAY.finditer(text) if (day := _read(match)) is not None}
    return found.pop() if len(found) == 1 else None


def parse_day(text: str) -> str | None:
    """The day that a date field says (ISO 8601, RFC 2822 or English); None if it is none."""
    text = text.strip()
    if len(text) > _LONGEST_FIELD:
        return None
    # A time of day follows an ISO day without a space; it never changes which day was written.
    return find_day(re.sub(r"^(\d{4}-\d{2}-\d{2})T.*", r"\1", text)) or find_compact_day(text)


def find_compact_day(text: str) -> str | None:
    """The first day written as eight digits (20210503)."""
    for match in _COMPACT.finditer(text):
        year, month, day = (int(part) for part in match.groups())
        if (found := _iso(year, month, day)) is not None:
            return found
    return None


def strip_days(text: str) -> str:
    """`text` without the days written in it."""
    return _COMPACT.sub(" ", _DAY.sub(" ", text))


def _read(match: re.Match[str]) -> str | None:
    if match["year"]:
        return _iso(int(match["year"]), int(match["month"]), int(match["day"]))
    month = match["month_second"] or match["month_first"]
    return _iso(
        int(match["year_third"] or match["year_last"]),
        _MONTHS.index(month[:3].lower()) + 1,
        int(match["day_first"] or match["day_second"]),
    )


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
