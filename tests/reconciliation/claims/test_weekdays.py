"""Days given with a weekday they did not fall on."""

from __future__ import annotations

from calendar import day_name
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.claims.weekdays import weekday_claims
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.calendar_words import CalendarWords
from accord.steps import reconcile
from readings import ReadingBuilder, story

CALENDAR = CalendarWords.load()

# 4 May 2031 was a Sunday.
TOLD = "The ferry sank off Orlo on {}, and 12 were saved."


def report(id: str, words: str, edtf: str) -> ReadingBuilder:
    builder = ReadingBuilder(id, TOLD.format(words))
    builder.time(words, edtf)
    return builder


def test_a_day_that_was_another_weekday_is_a_contradiction_within_a_report() -> None:
    dossier = reconcile(story(report("a", "Friday, 4 May 2031", "2031-05-04")))
    (conflict,) = dossier.conflicts
    assert conflict.kind == "time"
    assert {side.value for side in conflict.sides} == {"Friday", "4 May 2031, a Sunday"}
    assert "One report gives different times for the day written “Friday, 4 May 2031”" in conflict.explanation


def test_the_day_another_report_gives_with_that_weekday_is_quoted_beside_it() -> None:
    readings = story(
        report("a", "Friday, 4 May 2031", "2031-05-04"),
        report("b", "Friday 2 May 2031", "2031-05-02"),
        report("c", "Friday 9 May 2031", "2031-05-09"),
    )
    (claim,) = weekday_claims(Sources(readings.readings), CALENDAR)
    assert {value.label: value.reports for value in claim.values} == {
        "2031-05-02": ("b",),
        "4 May 2031, a Sunday": ("a",),
        "Friday": ("a",),
    }


def test_who_gives_the_day_with_the_right_weekday_bears_it_out() -> None:
    readings = story(
        report("a", "Friday, 4 May 2031", "2031-05-04"), report("b", "Sunday, May 4, 2031", "2031-05-04")
    )
    (claim,) = weekday_claims(Sources(readings.readings), CALENDAR)
    assert {value.label: value.reports for value in claim.values} == {
        "4 May 2031, a Sunday": ("a", "b"),
        "Friday": ("a",),
    }


def test_a_year_that_is_not_written_makes_no_slip() -> None:
    sources = Sources(story(report("a", "Friday, 4 May", "2031-05-04")).readings)
    assert list(weekday_claims(sources, CALENDAR)) == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_only_the_right_weekday_is_left_alone(day: date, weekday: int) -> None:
    words = f"{day_name[weekday]}, {day.day} May {day.year}"
    sources = Sources(story(report("a", words, day.isoformat())).readings)
    assert bool(list(weekday_claims(sources, CALENDAR))) == (day.weekday() != weekday)
