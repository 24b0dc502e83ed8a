"""The year of a date that is written without one, and the day of a holiday."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import time_expressions as table
from accord.extraction.times.expressions import years
from accord.extraction.times.expressions.calendar_points import Point
from accord.extraction.times.expressions.meaning import Context
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize(("sentence", "text", "value"), table.HOLIDAYS)
def test_holidays(find: Find, sentence: str, text: str, value: str) -> None:
    assert named(find(sentence), text).value == value


@pytest.mark.parametrize(
    ("text", "year"),
    [("1998", 1998), ("216 bc", -215), ("ad 70", 70), ("1 bc", 0), ("98", None), ("in 1998", None)],
)
def test_a_year_in_digits(text: str, year: int | None) -> None:
    assert years.written_year(text) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("’98", 1998),
        ("'31", 2031),
        ("'36", 1936),
        ("nineteen ninety-eight", 1998),
        ("two thousand and one", 2001),
        ("nineteen hundred", 1900),
        ("nineteen oh-five", 1905),
    ],
)
def test_a_short_or_spelled_year(context: At, text: str, year: int) -> None:
    assert years.full_year(text, context("So.", "So")) == year


def test_the_digits_of_a_text() -> None:
    assert (years.digits_of("the 18th"), years.digits_of("none"), years.digits_of(None)) == (18, 0, 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rained in March.", "2025-03"),
        ("It rained in October.", "2024-10"),
        ("It will rain in October.", "2025-10"),
        ("It has rained since October.", "2024-10"),
    ],
)
def test_the_tense_says_which_year_is_meant(context: At, text: str, value: str) -> None:
    month = text.rstrip(".").rsplit(" ", 1)[1]
    number = {"March": 3, "October": 10}[month]
    assert years.with_year(Point("month", None, number), {}, context(text, month)).value == value


def test_a_year_that_is_told_or_pointed_at_outweighs_tense(context: At) -> None:
    may, told = Point("month", None, 5), Point("year", 2019)
    assert years.with_year(may, {"y": "1998"}, context("So.", "So", told)).value == "1998-05"
    assert years.with_year(may, {"ofyear": "that"}, context("So.", "So", told)).value == "2019-05"
    assert years.with_year(may, {"ofyear": "last"}, context("So.", "So", told)).value == "2024-05"
    assert years.with_year(may, {}, context("So.", "So", published=None)).value == "XXXX-05"


@pytest.mark.parametrize(
    ("year", "day"), [("2019", "2019-04-21"), ("2024", "2024-03-31"), ("2025", "2025-04-20")]
)
def test_easter(context: At, year: str, day: str) -> None:
    found = years.resolve_holiday({"h": "easter sunday", "y": year}, context("So.", "So"))
    assert found is not None
    assert found.value == day
