"""Days and units reckoned from the day of publication, or from the time told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import time_expressions as table
from accord.extraction.times.expressions import relative
from accord.extraction.times.expressions.calendar_points import Point
from accord.extraction.times.expressions.meaning import Context
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize(("sentence", "text", "value"), table.RELATIVE)
def test_times_reckoned_from_the_day_of_publication(find: Find, sentence: str, text: str, value: str) -> None:
    assert named(find(sentence), text).value == value


@pytest.mark.parametrize(
    ("relative_word", "told", "value"),
    [("that", True, "2021-05-07"), ("following", True, "2021-05-07"), ("the previous", True, "2021-04-30"),
     ("that", False, "XXXX-WXX-5"), ("last", True, "2025-07-04")],
)  # fmt: skip
def test_a_weekday_that_points_back_is_reckoned_from_the_day_told(
    context: At, relative_word: str, told: bool, value: str
) -> None:
    points = [Point("day", 2021, 5, 5)] if told else []
    here = context("It rained on Friday.", "Friday", *points)
    found = relative.resolve_weekday({"wd": "friday", "rel": relative_word}, here)
    assert found is not None
    assert found.value == value


def test_the_tense_says_which_weekday_is_meant(context: At) -> None:
    past, future = (
        relative.resolve_weekday({"wd": "friday"}, context(text, "Friday"))
        for text in ("It rained on Friday.", "It will rain on Friday.")
    )
    assert past is not None
    assert future is not None
    assert (past.value, future.value) == ("2025-07-04", "2025-07-11")


def test_an_abbreviated_weekday_is_written_with_a_capital(context: At) -> None:
    assert relative.resolve_weekday({"wd": "tue"}, context("It rained on Tue.", "Tue")) is not None
    assert relative.resolve_weekday({"wd": "tue"}, context("It rained on tue.", "tue")) is None


def test_a_unit_by_deixis(context: At) -> None:
    here = context("It rained then.", "then", Point("month", 2021, 5))
    assert relative.unit_from("month", "last", here).value == "2025-06"
    assert relative.unit_from("month", "that", here).value == "2021-05"
    assert relative.unit_from("month", "the following", here).value == "2021-06"
    assert relative.unit_from("month", "that", context("It rained then.", "then")).value == "XXXX-XX"
