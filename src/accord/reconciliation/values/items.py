"""Dates, lengths of time and quantities of a report as values that can be compared."""

from __future__ import annotations

import re

from accord.reconciliation.compare import quantity as quantities
from accord.reconciliation.compare import time as times
from accord.reconciliation.values.calendar_words import CalendarWords
from accord.reconciliation.values.value_words import ValueWords
from accord.records import Quantity, Reading, Time

CONVERTED = "converted "
"""Opens the kind of an amount that stands in brackets behind the same amount in another unit."""

_LENGTH = re.compile(r"^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$")
_LENGTHS = {
    "Y": (12.0, "month"), "M": (1.0, "month"), "W": (7.0, "day"), "D": (1.0, "day"), "TH": (60.0, "minute"),
    "TM": (1.0, "minute"), "TS": (1.0, "second"),
}  # fmt: skip
# "200ft": a measure written as one with its number.
_GLUED = re.compile(r"\d([a-z]{1,3})$")
_YEAR = re.compile(r"\d{4}|['’]\d\d")
# An article and a word with a capital directly before a month and day.
_NAME = re.compile(r"\b(?:[Tt]he|[Aa]n?) [A-Z][\w’'-]+ $")
_REACH = 40
# How far "about" reaches, as a share.
_ABOUT = 0.1


def items_of(reading: Reading) -> list[tuple[str, Time | Quantity]]:
    """The times, lengths of time and quantities of a report that say something, with their kind."""
    found: list[tuple[str, Time | Quantity]] = []
    for time in reading.times:
        if _LENGTH.match(time.value) and time.type == "DURATION":
            found.append(("length", time))
        elif not (
            times.span_of(time).blank
            or (time.anchor or "").startswith("time:")
            or _ends_a_name(reading, time)
        ):
            # A time that is taken from another time of the text says nothing by itself.
            found.append(("time", time))
    before: Quantity | None = None
    for quantity in reading.quantities:
        # What stands in brackets behind an amount is the same in another unit.
        converted = before is not None and reading.text[before.end : quantity.start].strip() == "("
        glued = _GLUED.search(quantity.text)
        unit = glued[1] if glued and quantity.unit is None else quantity.unit
        found.append((f"{CONVERTED if converted else ''}quantity {unit}", quantity))
        before = quantity
    return found


def _ends_a_name(reading: Reading, time: Time) -> bool:
    """A month and day that are the end of a name ("the Long March 9")."""
    return (
        time.type == "DATE"
        and _NAME.search(reading.text[max(0, time.start - _REACH) : time.start]) is not None
    )


def value_of(item: Time | Quantity) -> quantities.Range | times.Span:
    """The day that a time tells, or the range of a length of time or a quantity."""
    if isinstance(item, Quantity):
        return quantities.range_of(item)
    length = _LENGTH.match(item.value)
    if length is None or item.type != "DURATION":
        return times.span_of(item)
    size, unit = _LENGTHS.get(length[1] + length[3], (1.0, length[3]))
    number = float(length[2]) * size
    low: float | None = number
    high: float | None = number
    if item.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        high = None
    elif item.mod in {"LESS_THAN", "EQUAL_OR_LESS"}:
        low = None
    elif item.mod is not None:
        low, high = number - _ABOUT * number, number + _ABOUT * number
    return quantities.Range(low, high, unit)


def told_value(item: Time | Quantity, calendar: CalendarWords) -> quantities.Range | times.Span:
    """What an item says itself.

    The year of "Sept. 11" is only reckoned from the day of publication, and so is the day of "noon".
    """
    value = value_of(item)
    if isinstance(item, Time) and item.type == "TIME" and item.anchor is None:
        told = item.text.casefold()
        if not calendar.month.search(told) and not any(day in told for day in calendar.weekdays):
            return times.Span()
    if isinstance(item, Time) and isinstance(value, times.Span) and item.anchor == "published":
        told = item.text.casefold()
        if calendar.month.search(told) and not _YEAR.search(told) and "X" not in value.month:
            return times.Span(month=value.month, day=value.day)
    return value


def as_of_print(item: Time | Quantity, before: str, words: ValueWords) -> str | None:
    """The weekday or the words of a time that is reckoned from the day of publication.

    `before` is what its sentence says before it: the date in "today (9 May)" only explains.
    """
    if isinstance(item, Quantity):
        return None
    if explained := words.explained.search(before):
        return explained[1].casefold()
    if item.anchor != "published":
        return None
    told = item.text.casefold()
    return next((day for day in words.calendar.weekdays if day in told), told)


def is_glued(item: Time | Quantity) -> bool:
    """A measure is written as one with its number ("200ft")."""
    return _GLUED.search(item.text) is not None
