"""The minutes that a time of day can mean, and how far its clock is ahead of UTC."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.times.expressions.clock_spans import clock_span, minutes_ahead, offset_between
from accord.records import Time

Find = Callable[..., tuple[Time, ...]]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("The shell fell at 21:15 on Sunday.", "2025-07-06T21:15", "2025-07-06T21:15"),
        ("The shell fell at 0615 GMT on Sunday.", "2025-07-06T06:15+00:00", "2025-07-06T06:15+00:00"),
        (
            "The shell fell at 9:15 p.m. (1545 GMT) on Sunday.",
            "2025-07-06T21:15+05:30",
            "2025-07-06T21:15+05:30",
        ),
        ("The shell fell at 9:15 p.m. EDT on Sunday.", "2025-07-06T21:15-04:00", "2025-07-06T21:15-04:00"),
        ("The shell fell at around noon on Sunday.", "2025-07-06T11:30", "2025-07-06T12:30"),
        ("The shell fell shortly before midnight on Sunday.", "2025-07-06T23:30", "2025-07-07T00:00"),
        ("The shell fell just after 5 p.m. on Sunday.", "2025-07-06T17:00", "2025-07-06T17:30"),
        (
            "The log was closed at 2019-03-04T05:06:07Z exactly.",
            "2019-03-04T05:06+00:00",
            "2019-03-04T05:06+00:00",
        ),
    ],
)
def test_the_minutes_of_a_time_of_day(find: Find, sentence: str, first: str, last: str) -> None:
    assert find(sentence)[0].clock == (first, last)


def test_reports_that_tell_one_moment_in_two_zones_agree(find: Find) -> None:
    (here,) = find("The shell fell at 9:15 p.m. (1545 GMT) on Sunday.")
    (there,) = find("The shell fell at 3:45 p.m. GMT on Sunday.")
    assert here.clock is not None
    assert there.clock is not None
    assert datetime.fromisoformat(here.clock[0]) == datetime.fromisoformat(there.clock[0])


@pytest.mark.parametrize("sentence", ["The shell fell at dawn on Sunday.", "The shell fell on Sunday."])
def test_what_has_no_hour_has_no_minutes(find: Find, sentence: str) -> None:
    assert find(sentence)[0].clock is None


@pytest.mark.parametrize("value", ["XXXX-XX-XXT10:00", "2025-02-31T10:00", "2025-07-06TMO", "2025-07-06"])
def test_a_day_that_is_not_known_has_no_minutes(value: str) -> None:
    assert clock_span(value, None, None) is None


@pytest.mark.parametrize(("told", "minutes"), [("z", 0), ("+05:30", 330), ("-0400", -240), ("", None)])
def test_offsets_as_they_are_written(told: str, minutes: int | None) -> None:
    assert minutes_ahead(told) == minutes


@given(st.integers(-12 * 60, 14 * 60), st.integers(0, 1439))
def test_two_clocks_beside_each_other_tell_the_zone(ahead: int, universal: int) -> None:
    found = offset_between((universal + ahead) % 1440, universal, 0)
    assert found is not None
    assert (found - ahead) % 1440 == 0


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),
    st.sampled_from([None, "APPROX", "BEFORE", "AFTER"]),
    st.none() | st.integers(-720, 840),
)
def test_the_time_itself_is_among_its_minutes(moment: datetime, mod: str | None, offset: int | None) -> None:
    span = clock_span(moment.strftime("%Y-%m-%dT%H:%M"), mod, offset)
    assert span is not None
    first, last = (datetime.fromisoformat(end) for end in span)
    assert first.utcoffset() == (None if offset is None else timedelta(minutes=offset))
    assert first.replace(tzinfo=None) <= moment.replace(second=0, microsecond=0) <= last.replace(tzinfo=None)
