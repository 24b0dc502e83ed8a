"""EDTF dates in words: what is not known is said, never filled in."""

from __future__ import annotations

from calendar import month_name

from accord.edtf import DateSet, Interval, PartialDate, read, read_date, replaced_within

_PARTS_OF_YEAR = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    37: "first third of", 38: "second third of", 39: "last third of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_MARKS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_NOT_TOLD = "date not told"
_YEAR_NOT_TOLD = ", year not told"


def in_words(edtf: str | None) -> str:
    """The date `edtf` in words ("3 July 2025", "April, year not told"); text that is no EDTF unchanged."""
    if not edtf:
        return _NOT_TOLD
    told = read(edtf)
    if isinstance(told, Interval):
        return _interval(told)
    if isinstance(told, DateSet):
        return f" {told.joint} ".join(map(in_words, told.dates))
    return edtf if told is None else _date(told, edtf)


def words_within(text: str) -> str:
    """`text` with the EDTF dates in it in words."""
    return replaced_within(text, in_words)


def words_for(edtf: str) -> str | None:
    """A pattern for the words a text may have for the day, month or year `edtf`; None for other forms."""
    told = read_date(edtf)
    if told is None:
        return None
    if not told.is_month:
        return rf"\b{told.year}\b" if told.year.isdigit() else None
    name = month_name[told.month_number or 0]
    short = "" if len(name) == len(name[:3]) else f"(?:{name[3:]}|t?\\.)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return rf"\b(?:{day}\s+(?:of\s+)?)?{name[:3]}{short}(?:\s+{day}\b)?(?:,?\s+\d{{4}}\b)?(?!\w)"


def short_words(edtf: str | None) -> str:
    """As `in_words`, with an unknown year left to the note that stands beside it."""
    return in_words(edtf).replace(_YEAR_NOT_TOLD, "")


def _interval(told: Interval) -> str:
    if told.start is None:
        return _NOT_TOLD if told.end is None else f"until {in_words(told.end)}"
    if told.end is None:
        return f"from {in_words(told.start)}"
    return f"{in_words(told.start)} to {in_words(told.end)}"


def _date(told: PartialDate, edtf: str) -> str:
    year, mark = _year(told.year), _MARKS[told.mark]
    if told.month in ("", "XX"):
        return f"{mark}{year}" if year else _NOT_TOLD
    number = told.month_number
    name = month_name[number] if number and told.is_month else _PARTS_OF_YEAR.get(number or 0)
    if name is None:
        return edtf
    if told.day_number is not None:
        name = f"{told.day_number} {name}"
    return f"{mark}{name} {year}" if year else f"{mark}{name}{_YEAR_NOT_TOLD}"


def _year(year: str) -> str:
    """The year or the decade, or "" where nothing of it is told."""
    if not year.strip("X"):
        return ""
    return f"{year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year
