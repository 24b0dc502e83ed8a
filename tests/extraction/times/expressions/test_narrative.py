"""The years of a narrative's dates: a chain that moves on as smoothly as what is written allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.times.expressions.narrative import Dated, years_of


def day(month: int, day: int, year: int | None = None, *, background: bool = False) -> Dated:
    return Dated("day", year, month, day, background=background)


def month(number: int, year: int | None = None, *, background: bool = False) -> Dated:
    return Dated("month", year, number, background=background)


def year(number: int) -> Dated:
    return Dated("year", number)


NEXT_YEAR = Dated("step", months=12)


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ([month(5, 1911), month(6), day(8, 3)], (1911, 1911, 1911)),
        ([month(11, 1911), month(1), month(3, 1912)], (1911, 1912, 1912)),
        ([year(1911), day(2, 1), day(9, 30)], (1911, 1911, 1911)),
        ([month(5, 1911), NEXT_YEAR, month(2)], (1911, None, 1912)),
        ([month(7, 1911), Dated("step", month=4), month(6)], (1911, 1912, 1912)),
        # A lead that gives the whole span, then the story from its beginning.
        (
            [month(7, 1870), month(1, 1871), month(8), month(9), month(1, 1871)],
            (1870, 1871, 1870, 1870, 1871),
        ),
        # What is looked back at does not move the story.
        ([month(6, 1905), month(1, background=True), month(8)], (1905, 1905, 1905)),
        ([month(3, 1777), month(11, background=True), month(4)], (1777, 1776, 1777)),
        # A bare year far off the chain is left out of it.
        ([month(4, 1982), year(1956), day(4, 5), month(5, 1982)], (1982, 1956, 1982, 1982)),
        ([day(8, 2, -215), month(9)], (-215, -215)),
    ],
)
def test_years_of_a_chain(dates: list[Dated], years: tuple[int | None, ...]) -> None:
    assert years_of(dates) == years


def test_without_a_written_year_none_is_given() -> None:
    assert years_of([month(5), day(6, 1)]) == (None, None)
    assert years_of([]) == ()


DATES = st.lists(
    st.builds(
        Dated,
        kind=st.just("day"),
        year=st.none() | st.integers(1800, 1810),
        month=st.integers(1, 12),
        day=st.integers(1, 28),
        background=st.just(False),
    ),
    max_size=8,
)


@given(DATES)
def test_written_years_stay_and_all_others_are_near_a_written_one(dates: list[Dated]) -> None:
    found = years_of(dates)
    written = {one.year for one in dates if one.year is not None}
    assert len(found) == len(dates)
    for one, chosen in zip(dates, found, strict=True):
        if one.year is not None:
            assert chosen == one.year
        elif written:
            assert chosen is not None
            assert min(abs(chosen - told) for told in written) <= 2


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1500, 2000))
def test_one_year_serves_all_its_months(first: int, number: int, told: int) -> None:
    later = [day(one, number) for one in range(first, 13)]
    assert years_of([day(first, number, told), *later]) == (told,) * (len(later) + 1)
