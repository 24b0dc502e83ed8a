"""Days and weeks by their place in a month, and a week beyond a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extraction.times.expressions import nth_days
from accord.extraction.times.expressions.meaning import Context
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("The dam broke on the second Monday of June 1994.", "the second Monday of June 1994", "1994-06-13"),
        ("The council sat on the last Friday of May.", "the last Friday of May", "2025-05-30"),
        ("The council will sit on the third Sunday of October.", "the third Sunday of October", "2025-10-19"),
        ("The trial is set for the first week of January.", "the first week of January", "2026-W01"),
        ("The fleet will sail in the last week of August.", "the last week of August", "2025-W35"),
        (
            "The regatta is planned for the second weekend of August.",
            "the second weekend of August",
            "2025-W32-WE",
        ),
        ("Rents are due on the last day of this month.", "the last day of this month", "2025-07-31"),
        ("The road will be dug up in the week of August 4.", "the week of August 4", "2025-W32"),
        ("The choir sings on Thursday week.", "Thursday week", "2025-07-17"),
        ("The clerk resigned yesterday week.", "yesterday week", "2025-07-01"),
        ("The clerk will resign tomorrow week.", "tomorrow week", "2025-07-17"),
        ("The clerk will resign a week on Saturday.", "a week on Saturday", "2025-07-19"),
    ],
)
def test_days_by_their_place(find: Find, sentence: str, text: str, value: str) -> None:
    assert named(find(sentence), text).value == value


def test_a_month_without_its_year_gives_no_day(find: Find) -> None:
    assert (
        named(find("It rained on the second Monday of June.", None), "the second Monday of June").value
        == "XXXX-06"
    )


def test_a_month_has_no_sixth_monday(find: Find) -> None:
    assert all(time.value != "2025-06" for time in find("It was on the sixth Monday of June 2025."))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(1600, 2400), st.integers(1, 12), st.sampled_from(["monday", "thursday", "sunday"]))
def test_the_last_such_day_is_followed_by_none_in_its_month(
    context: At, year: int, month: int, weekday: str
) -> None:
    here = context("It was so on the day.", "the day")
    name = next(name for name, number in here.lexicon.words.months.items() if number == month)
    here.text, here.end = f"on the last {weekday} of {name} {year}".title(), 40
    here.start = 3
    found = nth_days.resolve_nth({"n": "last", "wd": weekday, "m": name, "y": str(year)}, here)
    assert found is not None
    assert found.earliest is not None
    assert found.earliest.isoweekday() == here.lexicon.weekday(weekday)
    assert monthrange(year, month)[1] - 7 < found.earliest.day
    assert (found.earliest.year, found.earliest.month) == (year, month)
    assert found.earliest == date.fromisoformat(found.value)
