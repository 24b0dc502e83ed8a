"""Time expressions: what is found, the value it gets, and what is left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import util
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.records import Time

Parse = Callable[..., Parsed]
Find = Callable[..., tuple[Time, ...]]


def _table() -> ModuleType:
    spec = util.spec_from_file_location("expressions", Path(__file__).with_name("expressions.py"))
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


table = _table()


@pytest.fixture(scope="module")
def find(parse: Parse) -> Find:
    finder = TimeFinder.load()

    def find_times(text: str, published: str | None = table.PUBLISHED) -> tuple[Time, ...]:
        return finder.find(parse(text, published))

    return find_times


def _named(times: tuple[Time, ...], text: str) -> Time:
    found = [time for time in times if time.text == text]
    assert found, [time.text for time in times]
    return found[0]


@pytest.mark.parametrize(("sentence", "text", "value"), table.DATES + table.FROM_PUBLICATION)
def test_dates_in_a_report_of_known_day(find: Find, sentence: str, text: str, value: str) -> None:
    assert _named(find(sentence), text).value == value


@pytest.mark.parametrize(("sentence", "text", "value", "mod"), table.LENGTHS)
def test_lengths(find: Find, sentence: str, text: str, value: str, mod: str | None) -> None:
    time = _named(find(sentence), text)
    assert (time.type, time.value, time.mod) == ("DURATION", value, mod)
    assert (time.edtf, time.earliest, time.latest) == (None, None, None)


@pytest.mark.parametrize(("sentence", "text", "value"), table.SETS)
def test_sets(find: Find, sentence: str, text: str, value: str) -> None:
    time = _named(find(sentence), text)
    assert (time.type, time.value) == ("SET", value)


@pytest.mark.parametrize(("sentence", "text", "value", "edtf"), table.OPEN)
def test_nothing_is_invented_where_the_day_of_the_report_is_unknown(
    find: Find, sentence: str, text: str, value: str, edtf: str | None
) -> None:
    time = _named(find(sentence, None), text)
    assert (time.value, time.edtf) == (value, edtf)
    assert (time.earliest, time.latest, time.anchor) == (None, None, None)


@pytest.mark.parametrize(("passage", "text", "value"), table.NARRATED)
def test_times_reckoned_from_the_one_before(find: Find, passage: str, text: str, value: str) -> None:
    time = _named(find(passage, None), text)
    assert time.value == value
    assert time.anchor == ("time:0" if value.strip("X-W") else time.anchor)


@pytest.mark.parametrize(("text", "value"), table.TOLD)
def test_a_narrative_without_a_date_keeps_its_years(find: Find, text: str, value: str) -> None:
    assert _named(find(table.HISTORY, None), text).value == value


def test_a_narrative_of_known_day_leans_on_that_day(find: Find) -> None:
    assert _named(find(table.HISTORY, "1990-03-02"), "Today").value == "1990-03-02"


def test_news_without_a_date_gets_no_year_from_the_years_it_mentions(find: Find) -> None:
    text = (
        "The court freed the envoy on Friday, officials said. The party took power in August 2021 after "
        "the war of 2001. In April the ministry said it will open talks. It has met them since 2023."
    )
    assert _named(find(text, None), "April").value == "XXXX-04"


def test_an_obituary_is_news(find: Find) -> None:
    text = (
        "Clara Vance, who led the port union from 1961, died on Thursday. She was born in 1923 and was "
        "first elected in 1950. She was jailed in 1952. She fell ill on December 2 and was moved to Karst."
    )
    assert _named(find(text, None), "December 2").value == "XXXX-12-02"


@pytest.mark.parametrize("sentence", table.NONE)
def test_what_is_no_time(find: Find, sentence: str) -> None:
    assert find(sentence, None) == ()


@pytest.mark.parametrize("published", [None, table.PUBLISHED])
def test_every_edtf_is_valid_and_bounds_are_days_in_order(find: Find, published: str | None) -> None:
    rows = [*table.DATES, *table.FROM_PUBLICATION, *table.LENGTHS, *table.OPEN, *table.NARRATED]
    for row in rows:
        for time in find(row[0], published):
            if time.edtf is not None:
                parse_edtf(time.edtf)
            first = date.fromisoformat(time.earliest) if time.earliest else date.min
            last = date.fromisoformat(time.latest) if time.latest else date.max
            assert first <= last, time


def test_seasons_leave_room_and_months_do_not(find: Find) -> None:
    month = _named(find("They met in February 2024."), "February 2024")
    season = _named(find("They met in the summer of 2024."), "the summer of 2024")
    assert (month.earliest, month.latest) == ("2024-02-01", "2024-02-29")
    assert (season.earliest, season.latest) == ("2024-05-01", "2024-09-30")


def test_publication_bounds_what_lies_before_and_after_it(find: Find) -> None:
    before = _named(find("The court met earlier this year."), "earlier this year")
    after = _named(find("The court will meet later this year."), "later this year")
    assert (before.earliest, before.latest) == ("2025-01-01", "2025-07-09")
    assert (after.earliest, after.latest) == ("2025-07-09", "2025-12-31")


@pytest.mark.parametrize(
    ("sentence", "text", "edtf", "earliest", "latest"),
    [
        ("The fort was built about 1992.", "about 1992", "1992~", "1991-01-01", "1993-12-31"),
        ("The fort was built around May 2021.", "around May 2021", "2021-05~", "2021-04-01", "2021-06-30"),
        ("It was built around 5 May 2021.", "around 5 May 2021", "2021-05-05~", "2021-05-02", "2021-05-08"),
        ("It was built around May 5, 2021.", "around May 5, 2021", "2021-05-05~", "2021-05-02", "2021-05-08"),
    ],
)
def test_about_a_date_is_somewhat_before_or_after_it(
    find: Find, sentence: str, text: str, edtf: str, earliest: str, latest: str
) -> None:
    time = _named(find(sentence), text)
    assert (time.edtf, time.earliest, time.latest) == (edtf, earliest, latest)


def test_more_than_so_long_ago_is_before(find: Find) -> None:
    time = _named(find("The court met more than four years ago."), "more than four years ago")
    assert (time.mod, time.earliest, time.latest) == ("BEFORE", None, "2021-12-31")


def test_a_date_that_could_be_two_keeps_both(find: Find) -> None:
    time = _named(find("The file is dated 05/04/2023."), "05/04/2023")
    assert time.edtf == "[2023-04-05, 2023-05-04]"


def test_a_year_earlier_is_the_same_quarter_where_results_are_told(find: Find) -> None:
    times = find("Profit fell in the third quarter of 2023. A year earlier, it had risen.")
    assert _named(times, "A year earlier").value == "2022-Q3"


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
