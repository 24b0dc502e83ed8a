"""Days written in fields, texts and file names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.intake.days import DayFinder
from vocabularies import Replaced

DAYS = DayFinder.load()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T23:59:00-08:00", "2021-05-03"),
        ("2021-05-03 10:00:00+00:00", "2021-05-03"),
        ("20210503", "2021-05-03"),
        ("2021/5/3", "2021-05-03"),
        ("Mon, 03 May 2021 10:00:00 GMT", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("3rd of May 2021", "2021-05-03"),
        ("Sept. 9, 2019", "2019-09-09"),
    ],
)
def test_day_of_a_date_field(text: str, day: str) -> None:
    assert DAYS.parse(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "May 2021",
        "03/05/2021",
        "2021-13-01",
        "2021-02-30",
        "yesterday",
        "2021-05-03 or 2021-05-04",
    ],
)
def test_what_is_not_one_day_is_none(text: str) -> None:
    assert DAYS.parse(text) is None


def test_two_different_days_in_a_text_leave_it_open() -> None:
    assert DAYS.find("3 May 2021, updated 4 May 2021") is None
    assert DAYS.find("3 May 2021, again on May 3, 2021") == "2021-05-03"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_in_each_notation(day: date) -> None:
    assert DAYS.parse(day.isoformat()) == day.isoformat()
    assert DAYS.parse(f"{day.day} {day:%B} {day.year:04}") == day.isoformat()
    assert DAYS.parse(f"{day:%b} {day.day}, {day.year:04}") == day.isoformat()


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    found = DAYS.parse(text)
    assert found is None or date.fromisoformat(found)
    DAYS.strip(text)


def test_months_are_called_what_the_vocabulary_calls_them() -> None:
    names = {"months": {"nonember": 11}, "month_abbreviations": {"nnb": 11}}
    days = DayFinder.load(Replaced(file="en/times/times.json", data=names))
    assert days.parse("3 Nonember 2021") == days.parse("Nnb. 3, 2021") == "2021-11-03"
    assert days.parse("3 November 2021") is None


def test_a_letter_that_only_looks_like_one_of_a_month_names_no_day() -> None:
    assert DAYS.find("3 Apr\u0130l 2021") is None
