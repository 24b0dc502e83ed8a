"""Calendar points: arithmetic, values and bounds."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.times.expressions.calendar_points import Point, of

GRAINS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
days = st.dates(date(1000, 1, 1), date(3000, 12, 31))


@given(days, st.sampled_from(GRAINS))
def test_the_point_of_a_day_holds_it_and_is_valid_edtf(day: date, grain: str) -> None:
    point = of(day, grain)
    first, last = point.bounds()
    assert first is not None
    assert last is not None
    if grain != "weekend":
        assert first <= day <= last
    assert point.edtf is not None
    parse_edtf(point.edtf)


@given(days, st.sampled_from(["day", "week", "month", "quarter", "year"]), st.integers(-400, 400))
def test_shifting_there_and_back(day: date, grain: str, count: int) -> None:
    point = of(day, grain)
    assert point.shift(count, grain).shift(-count, grain) == point


@given(days, st.sampled_from(["week", "month", "quarter", "half", "year"]))
def test_the_next_point_begins_where_this_one_ends(day: date, grain: str) -> None:
    last = of(day, grain).bounds()[1]
    following = of(day, grain).shift(1, grain).bounds()[0]
    assert last is not None
    assert following is not None
    assert (following - last).days == 1


@given(st.integers(1, 12), st.integers(1, 28), st.integers(-60, 60))
def test_a_day_of_no_year_moves_only_where_leap_years_agree(month: int, day: int, count: int) -> None:
    moved = Point("day", None, month, day).shift(count, "day")
    for year in (2023, 2024):
        there = of(date(year, month, day), "day").shift(count, "day")
        if moved.day is not None:
            assert (moved.number, moved.day) == (there.number, there.day)


@pytest.mark.parametrize(
    ("point", "value", "edtf"),
    [
        (Point("month", None, 4), "XXXX-04", "XXXX-04"),
        (Point("day", None, 7, 3), "XXXX-07-03", "XXXX-07-03"),
        (Point("day"), "XXXX-XX-XX", None),
        (Point("year"), "XXXX", None),
        (Point("decade", 1980), "198", "198X"),
        (Point("century", 1900), "19", "19XX"),
        (Point("quarter", 2024, 3), "2024-Q3", "2024-35"),
        (Point("half", 2024, 2), "2024-H2", "2024-41"),
        (Point("season", 2024, 4), "2024-WI", "2024-24"),
        (Point("quarter", None, 3), "XXXX-Q3", None),
        (Point("week", 2025, 28), "2025-W28", "2025-07-07/2025-07-13"),
        (Point("weekend", 2025, 28), "2025-W28-WE", "2025-07-12/2025-07-13"),
        (Point("weekday", number=5), "XXXX-WXX-5", None),
    ],
)
def test_values(point: Point, value: str, edtf: str | None) -> None:
    assert (point.value, point.edtf) == (value, edtf)


@pytest.mark.parametrize("point", [Point("year", 9999), Point("day", 9999, 12, 31), Point("day", 1, 1, 1)])
@pytest.mark.parametrize("grain", ["day", "week", "month", "year", "century"])
def test_the_ends_of_the_calendar_leave_it_open(point: Point, grain: str) -> None:
    for count in (-20000, 20000):
        first, last = point.shift(count, grain).bounds()
        assert (first is None) == (last is None)


@pytest.mark.parametrize(
    ("point", "grain", "value"),
    [
        (Point("day", 2024, 7, 1), "month", "2024-07"),
        (Point("day", None, 7, 1), "month", "XXXX-07"),
        (Point("day", None, 7, 1), "year", "XXXX"),
        (Point("month", 2024, 7), "quarter", "2024-Q3"),
        (Point("day", 2024, 7, 1), "week", "2024-W27"),
        (Point("season", 2024, 1), "year", "2024"),
    ],
)
def test_what_holds_a_point(point: Point, grain: str, value: str) -> None:
    assert point.at(grain).value == value
