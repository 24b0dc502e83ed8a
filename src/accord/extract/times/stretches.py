"""Two dates written as one ("10 and 12 May", "3-5 June", "1914-1918"): each end by itself."""

from __future__ import annotations

from collections.abc import Mapping

from accord.extract.times.meaning import Context, Meaning, Mentioned, at, between
from accord.extract.times.points import Point
from accord.extract.times.written import resolve_date
from accord.extract.times.years import digits_of, full_year, in_year, with_year, written_year

Groups = Mapping[str, str | None]

# So many years a stretch of years can last; what is longer is an amount, or a number of another kind.
_LONGEST = 200


def resolve_day_and(groups: Groups, context: Context) -> Meaning | None:
    """The first of `10 and 12 January 1871`: its month and year may stand with the other."""
    return resolve_date(groups, context)


def resolve_day_tail(groups: Groups, context: Context) -> Meaning | None:
    """The second of `June 14 and 15`: a day of the month just written."""
    last = context.mentioned[-1] if context.mentioned else None
    day = digits_of(groups["d"])
    if last is None or last.point.grain != "day" or last.point.day is None or day <= last.point.day:
        return None
    year = full_year(groups["y"] or "", context) if groups.get("y") else last.point.year
    return _day(Point("day", year, last.point.number, day), last)


def resolve_day_of(groups: Groups, context: Context) -> Meaning | None:
    """`the 18th`: a day of the month told of before."""
    if context.word_before() not in context.lexicon.words.day_prepositions:
        return None
    return day_in_month(digits_of(groups["d"]), context)


def day_in_month(number: int, context: Context) -> Meaning | None:
    """That day of the month told of before; None where no month was, or it has no such day."""
    before = context.last("month")
    if before is None:
        return None
    return _day(Point("day", before.point.year, before.point.number, number), before)


def _day(point: Point, before: Mentioned) -> Meaning | None:
    meaning = at(point, anchor=f"time:{before.index}", how="in the month before it")
    return meaning if point.edtf is not None and 1 <= (point.day or 0) <= 31 else None


def resolve_year_from(groups: Groups, context: Context) -> Meaning | None:
    """The first of `1914-1918`, `264 to 241 BC`."""
    if groups.get("era"):
        year = written_year(f"{groups['y']}{groups['era']}")
        return None if year is None else at(Point("year", year))
    first = digits_of(groups["y"])
    return at(Point("year", first)) if first < _last(first, groups["y2"] or "") <= first + _LONGEST else None


def resolve_year_tail(groups: Groups, context: Context) -> Meaning | None:
    """The second of `1914-18`."""
    before = context.mentioned[-1].point if context.mentioned else None
    if before is None or before.grain != "year" or before.year is None:
        return None
    last = _last(before.year, groups["y2"] or "")
    if not before.year < last <= before.year + _LONGEST:
        return None
    return at(in_year(before, last))


def resolve_months(groups: Groups, context: Context) -> Meaning | None:
    """`the April-June quarter`."""
    first, last = (context.lexicon.month(groups[key] or "") for key in ("m", "m2"))
    if last - first == 2 and first % 3 == 1:
        return with_year(Point("quarter", None, last // 3), groups, context)
    start = with_year(Point("month", None, first), groups, context)
    year = start.point.year if start.point else None
    if last <= first:
        return None
    return between(
        Point("month", year, first), Point("month", year, last), anchor=start.anchor, how=start.how
    )


def _last(first: int, tail: str) -> int:
    if not tail.isdigit() or len(tail) not in (2, 4):
        return 0
    return int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
