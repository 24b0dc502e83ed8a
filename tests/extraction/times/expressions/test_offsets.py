"""Distances from the day of publication, from the time told before, and from the quarter told of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import time_expressions as table
from accord.extraction.times.expressions import offsets
from accord.extraction.times.expressions.calendar_points import Point
from accord.extraction.times.expressions.meaning import Context
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize(("sentence", "text", "value"), table.DISTANCES)
def test_distances_from_publication(find: Find, sentence: str, text: str, value: str) -> None:
    assert named(find(sentence), text).value == value


def test_more_than_so_long_ago_is_before(find: Find) -> None:
    time = named(find("The court met more than four years ago."), "more than four years ago")
    assert (time.mod, time.earliest, time.latest) == ("BEFORE", None, "2021-12-31")


def test_a_year_earlier_is_the_same_quarter_where_results_are_told(find: Find) -> None:
    times = find("Profit fell in the third quarter of 2023. A year earlier, it had risen.")
    assert named(times, "A year earlier").value == "2022-Q3"


def test_a_distance_from_now_needs_the_day_of_publication(context: At) -> None:
    groups = {"n": "two", "u": "days", "dir": "ago"}
    known = offsets.resolve_ago(groups, context("It rained then.", "then"))
    unknown = offsets.resolve_ago(groups, context("It rained then.", "then", published=None))
    assert known is not None
    assert unknown is not None
    assert (known.value, known.anchor) == ("2025-07-07", "published")
    assert (unknown.value, unknown.anchor) == ("XXXX-XX-XX", None)


def test_a_distance_from_a_time_told_is_reckoned_from_that(context: At) -> None:
    told = Point("day", 2020, 2, 28)
    found = offsets.resolve_ago({"n": "two", "u": "days", "dir": "later"}, context("So.", "So", told))
    assert found is not None
    assert (found.value, found.anchor) == ("2020-03-01", "time:0")
    before = offsets.resolve_adjacent({"dir": "before"}, context("So.", "So", told))
    assert before is not None
    assert before.value == "2020-02-27"


def test_what_lies_farther_off_than_history_is_only_past(context: At) -> None:
    found = offsets.resolve_ago({"n": "90,000", "u": "years", "dir": "ago"}, context("So.", "So"))
    assert found is not None
    assert found.value == "PAST_REF"


def test_the_quarter_is_the_one_told_of_or_the_last_one(context: At) -> None:
    groups = {"now": "the", "unit": "quarter"}
    told = offsets.resolve_period(groups, context("So.", "So", Point("quarter", 2023, 3)))
    alone = offsets.resolve_period(groups, context("So.", "So"))
    assert told is not None
    assert alone is not None
    assert (told.value, alone.value) == ("2023-Q3", "2025-Q2")
