"""Stretches of time: each end in the light of the other, and both as one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.times.expressions.stretches import linked, stretch
from accord.records import Time

Find = Callable[..., tuple[Time, ...]]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        # One end has the year, and the other the nearest that fits.
        ("The strait was frozen from December to February 1998.", "1997-12", "1998-02"),
        ("The strait was frozen from December 1997 to February.", "1997-12", "1998-02"),
        ("The strait was frozen from 3 March to 9 April 1998.", "1998-03-03", "1998-04-09"),
        ("They were held from 20 December to 4 January 1998.", "1997-12-20", "1998-01-04"),
        # Neither has: what is told as past is over, anything else begins with the first that fits.
        ("The pass was shut from April to October.", "2024-04", "2024-10"),
        ("The pass will be shut from April to October.", "2026-04", "2026-10"),
        ("The pass will be shut from October to April.", "2025-10", "2026-04"),
        ("The envoys met from Tuesday to Friday.", "2025-07-01", "2025-07-04"),
        ("The envoys will meet from Tuesday to Friday.", "2025-07-15", "2025-07-18"),
        # Both are of the day that one of them names.
        ("The guns fired from 9 a.m. to 2 p.m. on Sunday.", "2025-07-06T09:00", "2025-07-06T14:00"),
        ("Two boats sank between 8pm and 10pm last night.", "2025-07-08T20:00", "2025-07-08T22:00"),
    ],
)
def test_each_end_in_the_light_of_the_other(find: Find, sentence: str, first: str, last: str) -> None:
    one, other = find(sentence)
    assert (one.value, other.value) == (first, last)
    assert (one.until, other.until) == ("time:1", None)


@pytest.mark.parametrize(
    "sentence",
    ["The clerk left on Tuesday, and Friday was calm.", "It fell on Friday to May's level."],
)
def test_two_times_that_are_no_stretch(find: Find, sentence: str) -> None:
    assert [time.until for time in find(sentence)] == [None, None]


def test_a_stretch_of_hours_of_one_day_is_one_time(find: Find) -> None:
    text = "The guns fired from 9 a.m. to 2 p.m. on Sunday."
    times = find(text)
    whole = stretch(times, times[0], text)
    assert (whole.text, whole.value) == ("9 a.m. to 2 p.m. on Sunday", "2025-07-06T09:00/2025-07-06T14:00")


def test_ends_that_run_backwards_are_not_linked(find: Find) -> None:
    text = "He quoted the acts of 2005 to 1999."
    assert [time.until for time in linked(find(text), text, {"to": ""})] == [None, None]
