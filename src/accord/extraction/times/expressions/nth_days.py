"""Days and weeks by their place in a month or by another day: `the last Friday of May`, `Monday week`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from accord.extraction.times.expressions.calendar_dates import dated, resolve_date, resolve_month
from accord.extraction.times.expressions.calendar_points import Point, of
from accord.extraction.times.expressions.meaning import Context, Groups, Meaning, at, words_of
from accord.extraction.times.expressions.relative import resolve_today, resolve_weekday, unit_from

_WEEK = timedelta(weeks=1)
# The place of what is the last.
_LAST = -1


def resolve_nth(groups: Groups, context: Context) -> Meaning | None:
    """`the first Tuesday of March 2011`, `the last week of the month`."""
    if groups.get("m"):
        month = resolve_month(groups, context)
    else:
        relative = words_of(groups.get("rel"))
        month = unit_from("month", "this" if relative == "the" else relative, context)
    if month is None or month.point is None:
        return None
    text = groups["n"] or ""
    place = _LAST if text in ("last", "final") else context.lexicon.numbers.rank(text) or 0
    point = month.point
    if point.year is None or point.number is None:
        return Meaning(
            "DATE", point.value, point=point, edtf=point.edtf, how="in a month whose year is not told"
        )
    weekday = context.lexicon.weekday(groups["wd"] or "") if groups.get("wd") else None
    day = _nth_in(point.year, point.number, place, weekday, groups.get("u") or "")
    if day is None:
        return None
    grain = groups.get("u") or "day"
    return at(of(day, grain), anchor=month.anchor, how=f"in its month, {month.how}")


def _nth_in(year: int, month: int, place: int, weekday: int | None, unit: str) -> date | None:
    """The nth such day of a month, or a day of its nth week; None where it has none."""
    length = monthrange(year, month)[1]
    if unit == "week":
        # A month's first week is the one that most of its first seven days are in.
        number = length - 3 if place == _LAST else 7 * place - 3
        return date(year, month, number) if 1 <= number <= length else None
    wanted = 6 if unit == "weekend" else weekday
    days = [date(year, month, day) for day in range(1, length + 1)]
    fitting = [day for day in days if wanted is None or day.isoweekday() == wanted]
    if place == _LAST:
        return fitting[-1]
    return fitting[place - 1] if 1 <= place <= len(fitting) else None


def resolve_week_of(groups: Groups, context: Context) -> Meaning | None:
    """`the week of September 29`."""
    day = resolve_date(dated(groups), context)
    if day is None or day.point is None:
        return None
    if day.point.year is None:
        return at(Point("week"), how="the week of a day whose year is not told")
    return at(day.point.at("week"), anchor=day.anchor, how=f"the week of a day, {day.how}")


def resolve_week_on(groups: Groups, context: Context) -> Meaning | None:
    """`Monday week`, `yesterday week`, `a week on Friday`: a week beyond that day."""
    if groups.get("wd"):
        day = resolve_weekday({"wd": groups["wd"], "rel": "next"}, context)
        step = _WEEK
    else:
        day = resolve_today({"day": groups["day"]}, context)
        step = -_WEEK if groups["day"] == "yesterday" else _WEEK
    if day is None or day.point is None or day.earliest is None:
        return day
    return at(of(day.earliest + step, "day"), anchor=day.anchor, how="a week beyond that day")


def resolve_weekday_of_date(groups: Groups, context: Context) -> Meaning | None:
    """`Thursday` before "(26 June)": the day in the brackets."""
    return resolve_date(dated(groups), context)
