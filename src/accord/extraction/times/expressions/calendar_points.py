"""Calendar points of every grain, their arithmetic, and how TIMEX3 and EDTF write them and their lengths."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

_SEASONS = ("SP", "SU", "FA", "WI")
_SUBYEARS = {"half": 40, "quarter": 33, "season": 21}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000, "season": 1}
GRAINS = {
    "D": "day", "W": "week", "2W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "10Y": "decade", "100Y": "century",
}  # fmt: skip


class Point(Struct, frozen=True):
    """A stretch of the calendar: a day, week, month, quarter, season, half, year, decade or century.

    `number` is the month, quarter (1-4), half (1-2), season (1 spring to 4 winter) or ISO week;
    for the grain "weekday", a day of which only the name is known, it is 1 (Monday) to 7.
    What is None is not known.
    """

    grain: str
    year: int | None = None
    number: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value; X stands for what is not known."""
        year = "XXXX" if self.year is None else _year(self.year, "BC")
        number = self.number
        match self.grain:
            case "century" | "decade" | "year":
                return self._value_of_years(year)
            case "half" | "quarter":
                return f"{year}-{self.grain[0].upper()}{'X' if number is None else number}"
            case "season":
                return f"{year}-{'XX' if number is None else _SEASONS[number - 1]}"
            case "week" | "weekend":
                end = "-WE" if self.grain == "weekend" else ""
                return f"{year}-W{'XX' if number is None else f'{number:02d}'}{end}"
            case "weekday":
                return f"XXXX-WXX-{number}"
            case _:
                return "-".join((year, *self._parts()))

    def _value_of_years(self, year: str) -> str:
        """The value of a year, or of the decade or century that begins with it."""
        if self.grain == "century":
            if self.year is None:
                return "XX"
            return f"{self.year // 100:02d}" if self.year >= 0 else year[:-2]
        if self.grain == "decade":
            return "XXX" if self.year is None else year[:-1]
        return year

    @property
    def edtf(self) -> str | None:
        """The EDTF string (ISO 8601-2), or None where EDTF cannot say it."""
        value = self.value
        if self.year is not None and self.year < 1:
            return self._edtf_before_christ()
        match self.grain:
            case "century" | "decade":
                return None if self.year is None else value.ljust(4, "X")
            case "half" | "quarter" | "season":
                first = _SUBYEARS[self.grain]
                known = self.year is not None and self.number is not None
                return f"{value[:4]}-{first + (self.number or 0) - 1}" if known else None
            case "week" | "weekend":
                first_day, last_day = self.bounds()
                return f"{first_day}/{last_day}" if first_day and last_day else None
            case "weekday":
                return None
            case _:
                return value if value.strip("X-") and self._exists() else None

    def _edtf_before_christ(self) -> str | None:
        year = f"-{-self.year:04d}" if self.year else "0000"
        if len(year) > len("-YYYY"):  # written with a letter before it, and for years alone
            return f"Y{year}" if self.grain == "year" else None
        match self.grain:
            case "year":
                return year
            case "half" | "quarter" | "season":
                return f"{year}-{_SUBYEARS[self.grain] + (self.number or 1) - 1}"
            case "month" | "day":
                return "-".join((year, *self._parts()))
            case _:
                return None

    def _exists(self) -> bool:
        """Whether a day that is fully known is one of the calendar."""
        return "X" in self.value or self.bounds()[0] is not None

    def _parts(self) -> tuple[str, ...]:
        month = "XX" if self.number is None else f"{self.number:02d}"
        if self.grain == "month":
            return (month,)
        return (month, "XX" if self.day is None else f"{self.day:02d}")

    def bounds(self) -> tuple[date | None, date | None]:
        """First and last day it can mean; (None, None) where it is not known or beyond the calendar."""
        try:
            return self._bounds()
        except (ValueError, OverflowError):
            return (None, None)

    def _bounds(self) -> tuple[date | None, date | None]:
        if self.year is None or self.grain == "weekday":
            return (None, None)
        year, number = self.year, self.number
        if self.grain in _YEARS and self.grain != "season":
            return date(year, 1, 1), date(year + _YEARS[self.grain] - 1, 12, 31)
        if number is None:
            return date(year, 1, 1), date(year, 12, 31)
        match self.grain:
            case "week" | "weekend":
                monday = date.fromisocalendar(year, number, 1)
                saturday = monday + timedelta(days=5)
                return (saturday if self.grain == "weekend" else monday), monday + timedelta(days=6)
            case "season":
                # A season is a matter of weather, not of days: a month is left at each end.
                return _months(year, 3 * number - 1, 5)
            case "half" | "quarter":
                width = _MONTHS[self.grain]
                return _months(year, (number - 1) * width + 1, width)
            case "day" if self.day is not None:
                return (date(year, number, self.day),) * 2
            case _:
                return _months(year, number, 1)

    def shift(self, count: int, grain: str) -> Point:
        """The point `count` units of `grain` later (earlier when negative); its own grain is kept."""
        try:
            if grain in _DAYS:
                return self._shift_days(count * _DAYS[grain])
            if grain in _MONTHS:
                return self._shift_months(count * _MONTHS[grain])
            return self._shift_months(12 * count * _YEARS[grain])
        except (ValueError, OverflowError):
            return Point(self.grain)

    def _shift_days(self, count: int) -> Point:
        if self.grain == "day" and self.number is not None and self.day is not None:
            return _shift_day(self, count)
        first, _ = self.bounds()
        if first is None or self.grain not in ("week", "weekend"):
            return Point(self.grain)
        return of(first + timedelta(days=count), self.grain)

    def _shift_months(self, count: int) -> Point:
        if self.grain in _YEARS:
            moved = None if self.year is None else self.year + count // 12
            return replace(self, year=moved)
        if self.number is None or self.grain == "weekday":
            return replace(self, year=None if self.year is None else self.year + count // 12)
        if self.grain in ("week", "weekend"):
            first, _ = self.bounds()
            return of(_move_months(first, count), self.grain) if first else Point(self.grain)
        width = _MONTHS.get(self.grain, 1)
        total = (self.number - 1) + count // width
        year = None if self.year is None else self.year + total * width // 12
        later = replace(self, year=year, number=total % (12 // width) + 1)
        if later.grain == "day" and later.day and later.number:
            longest = monthrange(later.year or 2000, later.number)[1]
            return replace(later, day=min(later.day, longest))
        return later

    def at(self, grain: str) -> Point:
        """The point of a coarser `grain` that holds this one."""
        if grain == self.grain:
            return self
        if self.grain == "day" and self.number and grain == "month":
            return Point("month", self.year, self.number)
        if grain == "year" and self.grain not in ("decade", "century", "millennium"):
            return Point("year", self.year)
        first, _ = self.bounds()
        if first is None:
            return Point(grain)
        if self.grain == "weekend" or (self.grain == "week" and grain in _YEARS):
            first += timedelta(days=3)
        if self.grain == "season":
            first = date(self.year or 1, 3 * (self.number or 1), 1)
        return of(first, grain)


def of(day: date, grain: str) -> Point:
    """The point of `grain` that holds `day`."""
    match grain:
        case "day":
            return Point("day", day.year, day.month, day.day)
        case "week" | "weekend" | "fortnight":
            year, week, _ = day.isocalendar()
            return Point("weekend" if grain == "weekend" else "week", year, week)
        case "month":
            return Point("month", day.year, day.month)
        case "quarter":
            return Point("quarter", day.year, (day.month - 1) // 3 + 1)
        case "half":
            return Point("half", day.year, (day.month - 1) // 6 + 1)
        case "season":
            number = (day.month % 12) // 3
            return Point("season", day.year - (day.month < 3), number or 4)
        case "decade":
            return Point("decade", day.year // 10 * 10)
        case "century":
            return Point("century", day.year // 100 * 100)
        case _:
            return Point("year", day.year)


def _year(year: int, before: str) -> str:
    """Four digits; years before 1 (1 BC is the year 0) with what stands for "before Christ"."""
    return f"{year:04d}" if year > 0 else f"{before}{1 - year:04d}"


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from `month` of `year`."""
    start = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = month - 1 + count
    return start, date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _move_months(day: date, count: int) -> date:
    total = day.year * 12 + day.month - 1 + count
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _shift_day(point: Point, count: int) -> Point:
    """Shift a day, of an unknown year too: where leap years would differ, the day is left open."""
    assert point.number is not None
    assert point.day is not None
    if point.year is not None:
        return of(date(point.year, point.number, point.day) + timedelta(days=count), "day")
    if abs(count) > 300:
        return Point("day")
    leap, common = (
        date(year, point.number, min(point.day, monthrange(year, point.number)[1])) + timedelta(days=count)
        for year in (2000, 2001)
    )
    if (leap.month, leap.day) == (common.month, common.day):
        return Point("day", None, leap.month, leap.day)
    return Point("day", None, leap.month if leap.month == common.month else None)


def shifted(point: Point, count: float, unit: str) -> Point:
    """The point `count` duration units later; half a year is six months."""
    steps = {"2W": (2, "week"), "WE": (1, "week")}
    factor, grain = steps.get(unit, (1, GRAINS[unit]))
    if unit == "10Y" or unit == "100Y":
        factor, grain = (10 if unit == "10Y" else 100), "year"
    return point.shift(round(count * factor), grain)


def duration_value(count: float | str, unit: str) -> str:
    """The TIMEX3 value of `count` units; "X" is a number not told."""
    if not isinstance(count, str):
        factor = int(unit[:-1]) if unit[:-1].isdigit() else 1
        amount = count * factor
        text = f"{amount:g}" if amount < 1e15 else "X"
    else:
        text = count
    letter = (
        unit.lstrip("0123456789")
        if text != "X"
        else {"10Y": "E", "100Y": "C"}.get(unit, unit.lstrip("0123456789"))
    )
    if letter.startswith("T"):
        return f"PT{text}{letter[1:]}"
    return f"P{text}{letter}"
