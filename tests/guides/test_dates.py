"""The dates of a sentence: the year told before, the day told before, and what is no date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides import GuideReader
from accord.guides.dates import begins, dated, is_day, sure
from accord.records import Reading, Time


@pytest.fixture(scope="module")
def days(read: Callable[..., Reading], guide_reader: GuideReader) -> Callable[..., list[str | None]]:
    """`days(text, told=None)`: the dates of a text of one sentence."""
    words = guide_reader.words.phrases.clauses

    def days_of(text: str, told: str | None = None) -> list[str | None]:
        return [time.edtf for time in dated(text, 0, len(text), read(text).times, words, told)]

    return days_of


def test_a_day_without_a_year_is_of_the_year_before_it(days: Callable[..., list[str | None]]) -> None:
    text = "Ada Brook was appointed on March 8, 1930, arrived on May 24, and served until May 30, 1932."
    assert days(text) == ["1930-03-08", "1930-05-24", "1932-05-30"]


def test_an_earlier_day_is_of_the_next_year(days: Callable[..., list[str | None]]) -> None:
    assert days("It closed on November 3, 1930, and opened on May 24.") == ["1930-11-03", "1931-05-24"]


def test_the_same_date_is_the_day_told_before(days: Callable[..., list[str | None]]) -> None:
    assert days("Norway became independent on that same date.", "1905-06-07") == ["1905-06-07"]
    assert days("Norway became independent on that same date.") == []


def test_days_later_are_those_of_the_reader_of_times(days: Callable[..., list[str | None]]) -> None:
    text = "Relations were severed on June 6, 1967, and the Embassy closed two days later."
    assert days(text) == ["1967-06-06", "1967-06-08"]


@pytest.mark.parametrize(
    ("edtf", "start"),
    [
        ("1905-06-05", "1905-06-05"),
        ("1905/1907-03", "1905"),
        ("[1905,1907]", None),
        ("/1907", None),
        (None, None),
    ],
)
def test_the_date_that_a_time_begins_with(edtf: str | None, start: str | None) -> None:
    assert begins(Time(0, 1, "x", "DATE", "", edtf=edtf)) == start
    assert begins(None) is None


def test_a_day_is_a_whole_date() -> None:
    assert is_day("1905-06-05")
    assert not any(is_day(date) for date in ("1905-06", "1905", None))
    assert sure("1905?") == sure("1905~") == "1905"
