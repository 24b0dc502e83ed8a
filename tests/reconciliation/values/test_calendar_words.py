"""Names of months and days: in full, shortened, and at the beginning of words."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.values.calendar_words import CalendarWords
from vocabularies import Replaced

CALENDAR = CalendarWords.load()


@pytest.mark.parametrize(
    ("text", "number"), [("Tuesday", 2), ("on tues. 4 May", 2), ("SUN", 7), ("Thurs", 4)]
)
def test_a_day_of_the_week_is_found_in_full_and_shortened(text: str, number: int) -> None:
    found = CALENDAR.weekday.search(text)
    assert found is not None
    assert CALENDAR.weekday_numbers[found[1].casefold()] == number


def test_months_are_found_by_how_they_begin() -> None:
    assert CALENDAR.month.search("14 sept.")
    assert CALENDAR.month.search("may")
    assert not CALENDAR.month.search("dismay")


def test_weekdays_stand_in_their_order() -> None:
    assert CALENDAR.weekdays[0] == "monday"
    assert CALENDAR.weekdays[-1] == "sunday"
    assert {"monday", "may"} <= CALENDAR.names


def test_a_file_without_months_is_refused() -> None:
    with pytest.raises(VocabularyError, match="times"):
        CalendarWords.load(Replaced(file="en/times/times.json", data={"weekdays": {"monday": 1}}))
