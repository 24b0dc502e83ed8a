"""Times: what agrees, what lies inside, what contradicts, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from accord.reconciliation.compare.time import Span, compare, span_of, within
from accord.records import Time


def when(edtf: str | None, **more: str) -> Span:
    value = more.pop("value", edtf or "XXXX")
    told = {"start": 0, "end": 1, "text": "x", "type": "DATE", "value": value, "edtf": edtf, **more}
    return span_of(convert(told, Time))


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2021-05", "2021-05", "agrees"),
        ("XXXX-05", "2021-05", "refines"),
        ("2021-05-04", "2021-05", "refines"),
        ("2021", "2021-05-04", "refines"),
        ("XXXX-05-04", "2021-05", "agrees"),
        ("2020-05", "2021-05", "contradicts"),
        ("XXXX-05-04", "XXXX-05-06", "contradicts"),
        ("XXXX-05", "2021-06", "contradicts"),
        ("XXXX", "2021-05", "cannot tell"),
        ("XXXX-05", "2021", "cannot tell"),
        ("202X", "2021-05", "refines"),
        ("201X", "2021-05", "contradicts"),
    ],
)
def test_dates_compare_as_far_as_they_are_known(one: str, other: str, answer: str) -> None:
    assert compare(when(one), when(other)) == answer


def test_bounds_that_do_not_meet_contradict() -> None:
    spring = when("2021-21", earliest="2021-03-01", latest="2021-05-31")
    assert compare(spring, when("2021-09")) == "contradicts"
    assert compare(spring, when("2021-04")) == "refines"


def test_a_weekday_is_compared_with_the_day_it_falls_on() -> None:
    friday = when(None, value="XXXX-WXX-5")
    assert compare(friday, when("2021-05-07")) == "refines"
    assert compare(friday, when("2021-05-08")) == "contradicts"
    assert compare(friday, when(None, value="XXXX-WXX-6")) == "contradicts"
    assert compare(friday, when("2021-05")) == "cannot tell"


def test_about_a_month_does_not_contradict_the_next_but_a_far_one() -> None:
    about = when("2021-05", mod="APPROX")
    assert compare(about, when("2021-06-03")) == "cannot tell"
    assert compare(about, when("2023-06-03")) == "contradicts"


def test_a_week_does_not_contradict_the_days_beside_it_but_those_of_another() -> None:
    week = span_of(
        Time(0, 9, "this week", "DATE", "2031-W20", None, "2031-05-12/2031-05-18", "2031-05-12", "2031-05-18")
    )
    days = {day: Span("2031", "05", day, None, *(date(2031, 5, int(day)),) * 2) for day in ("03", "10", "14")}
    answers = [compare(week, days[day]) for day in ("03", "10", "14")]
    assert answers == ["contradicts", "cannot tell", "refines"]


def test_durations_say_nothing_of_the_day() -> None:
    assert span_of(Time(0, 1, "two days", "DURATION", "P2D")).blank


digit = st.sampled_from(["2019", "2020", "20XX", "XXXX"])
dates = st.builds(
    lambda y, m, d: f"{y}-{m}-{d}" if d and m else f"{y}-{m}" if m else y,
    digit,
    st.sampled_from([None, "02", "03", "XX"]),
    st.sampled_from([None, "04", "05", "XX"]),
)
bounds = st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2021, 12, 31)))
spans = st.one_of(
    st.builds(lambda edtf: when(edtf), dates),
    st.builds(lambda weekday: Span(weekday=weekday), st.integers(1, 7)),
    st.builds(lambda low, high: Span(earliest=low, latest=high), bounds, bounds).filter(
        lambda s: s.earliest is None or s.latest is None or s.earliest <= s.latest
    ),
)


@given(spans, spans)
def test_comparison_is_symmetric(one: Span, other: Span) -> None:
    assert compare(one, other) == compare(other, one)


@given(spans)
def test_a_time_never_contradicts_itself_nor_the_unknown(one: Span) -> None:
    assert compare(one, one) in {"agrees", "cannot tell"}
    assert compare(one, Span()) == "cannot tell"


@given(spans, spans, spans)
def test_lying_inside_is_transitive(one: Span, middle: Span, outer: Span) -> None:
    if within(one, middle) and within(middle, outer):
        assert within(one, outer)


@given(spans, spans)
def test_what_lies_inside_does_not_contradict(one: Span, other: Span) -> None:
    if within(one, other):
        assert compare(one, other) != "contradicts"
