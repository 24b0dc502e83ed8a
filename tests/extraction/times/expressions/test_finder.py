"""Time expressions: what is found, the value it gets, and what is left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import time_expressions as table
from accord.extraction.parse.parsed import Parsed
from accord.records import Time
from time_expressions import named

Parse = Callable[..., Parsed]
Find = Callable[..., tuple[Time, ...]]


@pytest.mark.parametrize(("sentence", "text", "value", "edtf"), table.OPEN)
def test_nothing_is_invented_where_the_day_of_the_report_is_unknown(
    find: Find, sentence: str, text: str, value: str, edtf: str | None
) -> None:
    time = named(find(sentence, None), text)
    assert (time.value, time.edtf) == (value, edtf)
    assert (time.earliest, time.latest, time.anchor) == (None, None, None)


@pytest.mark.parametrize(("passage", "text", "value"), table.NARRATED)
def test_times_reckoned_from_the_one_before(find: Find, passage: str, text: str, value: str) -> None:
    time = named(find(passage, None), text)
    assert time.value == value
    assert time.anchor == ("time:0" if value.strip("X-W") else time.anchor)


@pytest.mark.parametrize(("text", "value"), table.TOLD)
def test_a_narrative_without_a_date_keeps_its_years(find: Find, text: str, value: str) -> None:
    assert named(find(table.HISTORY, None), text).value == value


@pytest.mark.parametrize("published", ["1921-05-04", "1990-01-02", "1990-06-12", "2024-10-30"])
def test_a_day_of_print_years_later_moves_no_year_of_a_narrative(find: Find, published: str) -> None:
    times = find(table.HISTORY, published)
    assert {text: named(times, text).value for text, _ in table.TOLD} == dict(table.TOLD)


def test_news_without_a_date_gets_no_year_from_the_years_it_mentions(find: Find) -> None:
    text = (
        "The court freed the envoy on Friday, officials said. The party took power in August 2021 after "
        "the war of 2001. In April the ministry said it will open talks. It has met them since 2023."
    )
    assert named(find(text, None), "April").value == "XXXX-04"


def test_an_obituary_is_news(find: Find) -> None:
    text = (
        "Clara Vance, who led the port union from 1961, died on Thursday. She was born in 1923 and was "
        "first elected in 1950. She was jailed in 1952. She fell ill on December 2 and was moved to Karst."
    )
    assert named(find(text, None), "December 2").value == "XXXX-12-02"


@pytest.mark.parametrize("published", [None, table.PUBLISHED])
def test_every_edtf_is_valid_and_bounds_are_days_in_order(find: Find, published: str | None) -> None:
    rows = [*table.DATED, *table.LENGTHS, *table.OPEN, *table.NARRATED]
    for row in rows:
        for time in find(row[0], published):
            if time.edtf is not None:
                parse_edtf(time.edtf)
            first = date.fromisoformat(time.earliest) if time.earliest else date.min
            last = date.fromisoformat(time.latest) if time.latest else date.max
            assert first <= last, time


def test_nothing_is_found_outside_regions_that_are_read(find: Find) -> None:
    text = "The court met in May 2020.\n\nCopyright 2021 The Daily Example. All rights reserved."
    assert [time.text for time in find(text)] == ["May 2020"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            [
                "the",
                "a",
                "last",
                "next",
                "May",
                "3",
                "1998",
                "two",
                "years",
                "ago",
                "İstanbul",
                "–",
                ",",
                ".",
                "July",
                "1st",
                "later",
                "that",
                "same",
                "day",
                "’s",
                "10:30",
                "a.m.",
                "1990s",
                "first",
                "quarter",
                "of",
                "week",
                "and",
                "half",
                "\n\n",
                "2024-02-31",
                "31/02/2024",
                "99",
                "$",
                "5",
                "century",
                "Friday",
            ]
        ),
        max_size=25,
    ),
    published=st.sampled_from([None, "2025-07-09", "not a day", "0001-01-01", "9999-12-31"]),
)
def test_spans_quote_the_text_in_order(find: Find, words: list[str], published: str | None) -> None:
    text = " ".join(words)
    times = find(text, published) if text.strip() else ()
    assert all(time.text == text[time.start : time.end] and time.text.strip() == time.text for time in times)
    assert all(one.end <= other.start for one, other in pairwise(times))
    for time in times:
        if time.edtf is not None:
            parse_edtf(time.edtf)
