"""Days of a time, and what clauses with a time leave of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.extract.times.days import CALENDAR, Days, days_of, days_told, iso, on_days
from accord.extract.times.network import Constraint
from accord.records import Order, Time

FIRST = date(2021, 5, 10).toordinal()
ENDS = st.none() | st.integers(-3, 3)


def a_time(length: int) -> Time:
    earliest, latest = date.fromordinal(FIRST), date.fromordinal(FIRST + length - 1)
    return Time(0, 4, "then", "DATE", "XXXX", None, None, earliest.isoformat(), latest.isoformat())


def distance(day: int, length: int) -> int:
    """Days from the nearest day of the time to `day`, less than none before it."""
    last = FIRST + length - 1
    return min((day - other for other in range(FIRST, last + 1)), key=abs)


@given(st.integers(1, 4), ENDS, ENDS, st.booleans())
def test_days_told_are_those_whose_distance_fits(
    length: int, low: int | None, high: int | None, after: bool
) -> None:
    ends = ("time:0", "e0") if after else ("e0", "time:0")
    first, last = days_told(Order(0, 4, "then", *ends, low, high), a_time(length))
    for day in range(FIRST - 9, FIRST + length + 9):
        apart = distance(day, length) if after else -distance(day, length)
        fits = (low is None or apart >= low) and (high is None or apart <= high)
        assert fits == ((first is None or day >= first) and (last is None or day <= last))


def test_a_time_that_is_open_leaves_all_days() -> None:
    time = Time(0, 5, "April", "DATE", "XXXX-04", None, "XXXX-04")
    assert days_told(Order(0, 4, "then", "time:0", "e0", 0, None), time) == (None, None)
    assert on_days("e0", (None, None), "x") is None


@given(st.dates())
def test_a_day_comes_back(day: date) -> None:
    low, high = days_of(day.isoformat(), None)
    assert (iso(low), high) == (day.isoformat(), None)


@pytest.mark.parametrize("day", [None, 0, -40, date.max.toordinal() + 1])
def test_what_is_no_day_is_open(day: int | None) -> None:
    assert iso(day) is None


@pytest.mark.parametrize("days", [(3, None), (None, 4), (3, 4)])
def test_days_bound_a_point_from_the_calendar(days: Days) -> None:
    assert on_days("e0", days, "x") == Constraint(CALENDAR, "e0", *days, "x")
