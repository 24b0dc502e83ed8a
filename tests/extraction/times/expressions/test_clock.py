"""Times of day, with the day that they are of."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

import time_expressions as table
from accord.extraction.times.expressions import clock
from accord.extraction.times.expressions.calendar_points import Point
from accord.extraction.times.expressions.meaning import Context
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize(("sentence", "text", "value"), table.CLOCK_TIMES)
def test_times_of_day(find: Find, sentence: str, text: str, value: str) -> None:
    assert named(find(sentence), text).value == value


@pytest.mark.parametrize("text", ["They won 10:35 in the end.", "It rose by 7.30 to the mark."])
def test_scores_and_prices_are_no_times_of_day(find: Find, text: str) -> None:
    assert [time for time in find(text) if time.type == "TIME"] == []


@pytest.mark.parametrize(
    ("groups", "hour"),
    [
        ({"clock": "10:35", "ap": "p.m."}, "T22:35"),
        ({"clock": "12:05", "ap": "a.m."}, "T00:05"),
        ({"clock": "12:05", "ap": "p.m."}, "T12:05"),
        ({"word": "midnight"}, "T24:00"),
        ({"h3": "three", "part": "afternoon"}, "T15:00"),
        ({"h3": "three", "part": "morning"}, "T03:00"),
        ({"digits": "0200", "zone": "gmt"}, "T02:00"),
    ],
)
def test_the_hour(context: At, groups: Mapping[str, str], hour: str) -> None:
    found = clock.resolve_clock(groups, context("It began then.", "then"))
    assert found is not None
    assert found.value == f"2025-07-09{hour}"


@pytest.mark.parametrize("groups", [{"digits": "2575"}, {"clock": "10:35"}, {"h2": "31", "ap2": "p.m."}])
def test_what_is_no_hour(context: At, groups: Mapping[str, str]) -> None:
    assert clock.resolve_clock(groups, context("It began then.", "then")) is None


def test_an_hour_is_of_the_day_told_close_by(context: At) -> None:
    told = Point("day", 2025, 7, 2)
    found = clock.resolve_clock({"word": "noon"}, context("It began then.", "then", told))
    assert found is not None
    assert (found.value, found.anchor) == ("2025-07-02T12:00", "time:0")


def test_a_part_of_a_day_stands_behind_a_preposition(context: At) -> None:
    found = clock.resolve_day_part({"part": "afternoon"}, context("It rained by late afternoon.", "late"))
    assert found is not None
    assert found.value == "2025-07-09TAF"
    assert clock.resolve_day_part({"part": "afternoon"}, context("The late afternoon.", "late")) is None


def test_the_stamp_of_a_live_page_is_of_the_day_of_publication(find: Find) -> None:
    text = "The first boat left on Monday.\n\nUpdated at 14:20 GMT\n\nAnother boat left the pier."
    assert named(find(text), "14:20 GMT").value == "2025-07-09T14:20"
