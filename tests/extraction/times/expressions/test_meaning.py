"""What narrows a meaning or opens it, and what is known where an expression stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from accord.extraction.times.expressions.calendar_points import Point
from accord.extraction.times.expressions.meaning import (
    Context,
    at,
    between,
    clip,
    reference,
    with_part,
    words_of,
)
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


def test_publication_bounds_what_lies_before_and_after_it(find: Find) -> None:
    before = named(find("The court met earlier this year."), "earlier this year")
    after = named(find("The court will meet later this year."), "later this year")
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
    time = named(find(sentence), text)
    assert (time.edtf, time.earliest, time.latest) == (edtf, earliest, latest)


YEAR = Point("year", 2025)


@pytest.mark.parametrize(
    ("mod", "edtf", "earliest", "latest"),
    [
        (None, "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("APPROX", "2025~", date(2024, 1, 1), date(2026, 12, 31)),
        ("BEFORE", "../2025", None, date(2025, 12, 31)),
        ("AFTER", "2025/..", date(2025, 1, 1), None),
    ],
)
def test_a_modifier_opens_the_bounds(
    mod: str | None, edtf: str, earliest: date | None, latest: date | None
) -> None:
    found = at(YEAR, mod=mod)
    assert (found.edtf, found.earliest, found.latest, found.mod) == (edtf, earliest, latest, mod)


def test_a_range_has_the_bounds_of_its_ends_unless_they_are_turned_round() -> None:
    forward = between(Point("year", 2019), Point("year", 2021))
    assert (forward.value, forward.edtf) == ("2019/2021", "2019/2021")
    assert (forward.earliest, forward.latest) == (date(2019, 1, 1), date(2021, 12, 31))
    backward = between(Point("year", 2021), Point("year", 2019))
    assert (backward.edtf, backward.earliest, backward.latest) == (None, None, None)


def test_the_day_of_publication_bounds_the_past_and_the_future() -> None:
    day = date(2025, 7, 9)
    past, future, now = (reference(f"{name}_REF", day) for name in ("PAST", "FUTURE", "PRESENT"))
    assert (past.earliest, past.latest, past.anchor) == (None, day, "published")
    assert (future.earliest, future.latest, future.anchor) == (day, None, "published")
    assert (now.earliest, now.latest, now.anchor) == (None, None, None)
    assert reference("PAST_REF", None).anchor is None


def test_a_phase_clips_only_what_holds_the_day_of_publication() -> None:
    clipped = clip(at(YEAR), "BEFORE", date(2025, 7, 9))
    assert (clipped.earliest, clipped.latest) == (date(2025, 1, 1), date(2025, 7, 9))
    assert clip(at(YEAR), "BEFORE", date(2023, 7, 9)) == at(YEAR)
    assert clip(at(YEAR), "START", None).mod == "START"


def test_the_last_point_told_is_the_last_that_is_fine_enough(context: At) -> None:
    here = context("It rained then.", "then", Point("day", 2025, 7, 2), YEAR)
    day, year = here.last("month"), here.last("year")
    assert day is not None
    assert year is not None
    assert (day.index, year.index) == (0, 1)
    assert context("It rained then.", "then", YEAR).last("day") is None


def test_what_stands_around_an_expression(context: At) -> None:
    here = context("Rain fell since May.", "May")
    assert (here.word_before(), here.has_begun, here.tense) == ("since", True, "past")
    assert here.is_capital("may")
    assert context("May was dry.", "May").word_before() == ""


def test_a_part_of_the_day_makes_a_time_of_it(context: At) -> None:
    found = with_part(at(Point("day", 2025, 7, 2)), "night", context("It rained then.", "then"))
    assert (found.type, found.value) == ("TIME", "2025-07-02TNI")
    assert words_of(" the\n  past ") == "the past"
