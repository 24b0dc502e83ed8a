"""EDTF dates as intervals of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.edtf import (
    agree,
    bounds,
    one_of,
    ordinal,
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
