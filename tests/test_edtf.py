"""EDTF dates as intervals of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.edtf import (
    DateSet,
    Interval,
    PartialDate,
    agree,
    bounds,
    days,
    in_year,
    one_of,
    ordinal,
    read,
    replaced_within,
)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2031-07-03", ("2031-07-03", "2031-07-03")),
        ("2031-07", ("2031-07-01", "2031-07-31")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("203X", ("2030-01-01", "2039-12-31")),
        ("2031-07~", ("2031-07-01", "2031-07-31")),
        ("2031-04/2031-06", ("2031-04-01", "2031-06-30")),
        ("2031-04/..", ("2031-04-01", None)),
        ("../2031-04", (None, "2031-04-30")),
        ("[2030-04,2031-04]", ("2030-04-01", "2031-04-30")),
        ("[2030-04,XXXX-04]", (None, None)),
        ("XXXX-04", (None, None)),
        ("2031-13", (None, None)),
        ("2031-02-30", (None, None)),
        ("0000", (None, None)),
        ("soon", (None, None)),
        ("-0043-03", (None, None)),
        ("{2031-04,2031-06}", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds(edtf: str | None, expected: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == expected


@given(st.dates(date(1000, 1, 1)))
def test_the_bounds_of_a_day_its_month_and_its_year_nest(day: date) -> None:
    text = day.isoformat()
    month, year = bounds(text[:7]), bounds(text[:4])
    assert bounds(text) == (text, text)
    assert str(year[0]) <= str(month[0]) <= text <= str(month[1]) <= str(year[1])
    assert agree(text, text[:7])
    assert agree(text[:7], text[:4])


@given(st.dates(date(1, 1, 1)))
def test_days_are_counted_from_their_first(day: date) -> None:
    assert ordinal(day.isoformat()) == day.toordinal()
    assert ordinal(day.isoformat()[:7]) == day.replace(day=1).toordinal()
    assert ordinal("XXXX-04") == 0


def test_dates_agree_when_they_can_be_the_same_day() -> None:
    assert agree("2031-04", "2031-04-30")
    assert agree("2031-04", None)
    assert agree("2031-04", "XXXX-05")
    assert not agree("2031-04", "2031-05")
    assert not agree("2031-05", "2031-04")


def test_one_of_several_dates() -> None:
    assert one_of(["2031-04", "2030-04", "2031-04"]) == "[2030-04,2031-04]"
    assert one_of(["2031-04"]) == "2031-04"
    assert one_of(["XXXX-04", "2030-04"]) == "[2030-04,XXXX-04]"
    assert one_of(["early on"]) is None
    assert one_of([]) is None


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2031-07-03", PartialDate("2031", "07", "03")),
        ("XXXX-04~", PartialDate("XXXX", "04", "", "~")),
        ("-0043", PartialDate("-0043")),
        ("2031-04/..", Interval("2031-04", None)),
        ("[2030-04, 2031-04]", DateSet(("2030-04", "2031-04"), "or")),
        ("{2030,2031}", DateSet(("2030", "2031"), "and")),
        ("2031 or so", None),
        (None, None),
    ],
)
def test_what_a_date_says(edtf: str | None, told: object) -> None:
    assert read(edtf) == told


def test_parts_of_a_date_as_numbers() -> None:
    spring = PartialDate("2031", "21")
    assert (spring.month_number, spring.is_month, spring.is_part_of_year) == (21, False, True)
    assert PartialDate("2031", "05", "XX").day_number is None
    assert PartialDate("-0043").is_before_christ


def test_a_date_in_a_year_that_is_not_told_is_put_in_one() -> None:
    assert in_year("[XXXX-05-09,XXXX-05-11]", "2000") == "[2000-05-09,2000-05-11]"
    assert days(in_year("XXXX-05", "2000")) == (date(2000, 5, 1), date(2000, 5, 31))


def test_dates_within_a_text_are_replaced_and_numbers_are_not() -> None:
    text = "from 2031-05 on, 2031-1"
    assert replaced_within(text, lambda found: f"<{found}>") == "from <2031-05> on, 2031-1"
