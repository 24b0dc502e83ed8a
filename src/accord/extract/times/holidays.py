"""Holidays: fixed days, nth weekdays of a month, days reckoned from Easter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from accord.extract.times.lexicon import Holiday
from accord.extract.times.meaning import Context, Meaning, at
from accord.extract.times.points import Point, of
from accord.extract.times.years import choose

Groups = Mapping[str, str | None]


def resolve_holiday(groups: Groups, context: Context) -> Meaning | None:
    """`Christmas Day`, `last Thanksgiving`."""
    holiday = context.lexicon.holiday(groups["h"] or "")
    if groups.get("y"):
        return at(_on(holiday, int(groups["y"] or 0)))
    narrated = (context.years or {}).get(context.start)
    if narrated is not None:
        return at(_on(holiday, narrated), how="in the year the narrative is in")
    here = context.here("year")
    year = here[0].year if here else None
    if here is None or year is None:
        fixed = Point("day", None, holiday.month, holiday.day)
        return at(fixed if holiday.day else Point("day"), how="year not told")
    candidates = [_on(holiday, year + step) for step in (-1, 0, 1)]
    return at(choose(candidates, groups.get("rel"), context), anchor=here[1], how="nearest by tense")


def _on(holiday: Holiday, year: int) -> Point:
    """The day of a holiday in a year."""
    if holiday.easter is not None:
        return of(_easter(year) + timedelta(days=holiday.easter), "day")
    month = holiday.month or 1
    if holiday.weekday is None:
        return Point("day", year, month, holiday.day)
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    fitting = [d for d in days if d.month == month and d.isoweekday() == holiday.weekday]
    nth = holiday.nth or 1
    return of(fitting[nth if nth < 0 else nth - 1], "day")


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
