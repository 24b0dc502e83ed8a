"""Days written in fields, texts and file names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.intake.days import (
    find_day,
    parse_day,
    strip_days,
)


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
    assert parse_day(text) == day


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
    assert parse_day(text) is None


def test_two_different_days_in_a_text_leave_it_open() -> None:
    assert find_day("3 May 2021, updated 4 May 2021") is None
    assert find_day("3 May 2021, again on May 3, 2021") == "2021-05-03"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_in_each_notation(day: date) -> None:
    assert parse_day(day.isoformat()) == day.isoformat()
    assert parse_day(f"{day.day} {day:%B} {day.year:04}") == day.isoformat()
    assert parse_day(f"{day:%b} {day.day}, {day.year:04}") == day.isoformat()


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    found = parse_day(text)
    assert found is None or date.fromisoformat(found)
    strip_days(text)
