"""Dates that are written out, in a report of known day and in none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import time_expressions as table
from accord.extraction.times.expressions import calendar_dates
from accord.extraction.times.expressions.calendar_points import Point
from accord.extraction.times.expressions.meaning import Context
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize(("sentence", "text", "value"), table.CALENDAR_DATES)
def test_dates_that_are_written_out(find: Find, sentence: str, text: str, value: str) -> None:
    assert named(find(sentence), text).value == value


def test_a_date_that_could_be_two_keeps_both(find: Find) -> None:
    time = named(find("The file is dated 05/04/2023."), "05/04/2023")
    assert time.edtf == "[2023-04-05, 2023-05-04]"


def test_seasons_leave_room_and_months_do_not(find: Find) -> None:
    month = named(find("They met in February 2024."), "February 2024")
    season = named(find("They met in the summer of 2024."), "the summer of 2024")
    assert (month.earliest, month.latest) == ("2024-02-01", "2024-02-29")
    assert (season.earliest, season.latest) == ("2024-05-01", "2024-09-30")


@pytest.mark.parametrize(
    ("text", "value"),
    [("2024-02-30", None), ("2024-02-29", "2024-02-29")],
)
def test_a_day_that_is_not_in_the_calendar_is_no_date(context: At, text: str, value: str | None) -> None:
    found = calendar_dates.resolve_iso({"all": text}, context(text, text))
    assert (found.value if found else None) == value


def test_a_day_alone_is_of_the_month_told_before(context: At) -> None:
    text = "They met on the 9th of the month."
    may = Point("month", 2021, 5)
    found = calendar_dates.resolve_day_of({"d": "9th"}, context(text, "the 9th", may))
    assert found is not None
    assert (found.value, found.anchor) == ("2021-05-09", "time:0")
    assert calendar_dates.resolve_day_of({"d": "9th"}, context(text, "the 9th")) is None
    assert calendar_dates.day_in_month(31, context(text, "the 9th", Point("month", 2021, 4))) is None


@pytest.mark.parametrize(("tail", "value"), [("18", "1914"), ("1918", "1914"), ("13", None), ("2118", None)])
def test_a_stretch_of_years_goes_forward_and_ends_within_two_centuries(
    context: At, tail: str, value: str | None
) -> None:
    text = "The war of 1914 was long."
    found = calendar_dates.resolve_year_from({"y": "1914", "y2": tail}, context(text, "1914"))
    assert (found.value if found else None) == value
