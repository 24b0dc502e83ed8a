"""EDTF dates in words: what is not known is said, never filled in."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    37: "first third of", 38: "second third of", 39: "last third of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_DAY = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?P<mark>[?~%]?)\Z")
_WITHIN = re.compile(r"(?<![\w-])(?:\d{4}|XXXX)-\d{2}(?:-\d{2})?(?![\w-])")
_MARKS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}


def in_words(edtf: str | None) -> str:
    """The date `edtf` in words ("3 July 2025", "April, year not told"); text that is no EDTF unchanged."""
    if not edtf:
        return "date not told"
    if "/" in edtf:
        return _interval(edtf)
    if edtf[0] in "[{" and edtf[-1] in "]}":
        joint = " or " if edtf[0] == "[" else " and "
        return joint.join(in_words(part.strip()) for part in edtf[1:-1].split(","))
    match = _DAY.match(edtf)
    return _date(match) if match else edtf


def words_within(text: str) -> str:
    """`text` with the EDTF dates in it in words."""
    return _WITHIN.sub(lambda match: in_words(match[0]), text)


def words_for(edtf: str) -> str | None:
    """A pattern for the words a text may have for the day, month or year `edtf`; None for other forms."""
    match = _DAY.match(edtf)
    if match is None:
        return None
    month = int(match["month"]) if (match["month"] or "").isdigit() else 0
    if not 1 <= month <= len(MONTHS):
        return rf"\b{match['year']}\b" if match["year"].isdigit() else None
    name = MONTHS[month - 1]
    short = "" if len(name) == len(name[:3]) else f"(?:{name[3:]}|t?\\.)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return rf"\b(?:{day}\s+(?:of\s+)?)?{name[:3]}{short}(?:\s+{day}\b)?(?:,?\s+\d{{4}}\b)?(?!\w)"


def short_words(edtf: str | None) -> str:
    """As `in_words`, with an unknown year left to the note that stands beside it."""
    return in_words(edtf).replace(", year not told", "")


def without_date(text: str, edtf: str | None) -> str:
    """`text` without `edtf` in words at its end, for where the date stands beside it."""
    words = short_words(edtf)
    for joint in (" on ", " in "):
        text = text.removesuffix(joint + words)
    return text


def year_is_open(edtf: str | None) -> bool:
    """Whether `edtf` names a month or day of a year that no report tells."""
    return bool(edtf) and "XXXX-" in str(edtf)


def _interval(edtf: str) -> str:
    start, _, end = edtf.partition("/")
    if start in ("", ".."):
        return f"until {in_words(end)}" if end not in ("", "..") else "date not told"
    if end in ("", ".."):
        return f"from {in_words(start)}"
    return f"{in_words(start)} to {in_words(end)}"


def _date(match: re.Match[str]) -> str:
    year, month, day = _year(match["year"]), match["month"], match["day"]
    mark = _MARKS[match["mark"]]
    if not month or month == "XX":
        return f"{mark}{year}" if year else "date not told"
    number = int(month) if month.isdigit() else 0
    if number in _PARTS:
        name = _PARTS[number]
    elif 1 <= number <= len(MONTHS):
        name = MONTHS[number - 1]
    else:
        return match[0]
    if day and day.isdigit():
        name = f"{int(day)} {name}"
    if not year:
        return f"{mark}{name}, year not told"
    return f"{mark}{name} {year}"


def _year(year: str) -> str:
    if not year.strip("X"):
        return ""
    return f"{year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year
