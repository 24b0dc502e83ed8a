"""Days that a report gives with a weekday they did not fall on."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from accord.edtf import day_of
from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.compare import time as times
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import TIME, quoted
from accord.reconciliation.values.calendar_words import CalendarWords
from accord.reconciliation.wording.english import day_words
from accord.records import Evidence, Time

_PARTS = 3
_YEAR = re.compile(r"\b\d{4}\b")


class DatedWeekday(Struct, frozen=True):
    """A day of the calendar that a report gives with a weekday (1 is Monday)."""

    report: str
    time: Time
    day: date
    weekday: int

    @property
    def fits(self) -> bool:
        """The day fell on that weekday."""
        return self.day.isoweekday() == self.weekday

    def is_like(self, slip: DatedWeekday) -> bool:
        """The weekday is the same, and the day but for one of year, month and day."""
        mine, other = self.day, slip.day
        same = (mine.year == other.year) + (mine.month == other.month) + (mine.day == other.day)
        return same == _PARTS - 1 and self.weekday == slip.weekday


def weekday_claims(sources: Sources, calendar: CalendarWords) -> Iterator[ClaimDraft]:
    """One claim for each day that cannot be the weekday it is said to be.

    One part of it is wrong; days of other reports that fit, and differ from it in one part only, tell which
    may be, and are quoted beside it.
    """
    dated = [each for reading in sources.readings for each in _dated(reading.id, reading.times, calendar)]
    fitting = [each for each in dated if each.fits]
    for slip in dated:
        if slip.fits:
            continue
        here = (_quoted(slip, sources),)
        alike = [_quoted(other, sources) for other in fitting if other.day == slip.day]
        shown = f"{day_words(slip.day.isoformat())}, a {day_name[slip.day.isoweekday() - 1]}"
        told = [
            (times.Span(weekday=slip.weekday), day_name[slip.weekday - 1], here),
            (_span(slip.day), shown, (*here, *alike)),
            *(
                (_span(other.day), other.day.isoformat(), (_quoted(other, sources),))
                for other in _meant(slip, fitting)
            ),
        ]
        subject = f"the day written {quoted(' '.join(slip.time.text.split()))}"
        yield claim(TIME, subject, gather(told), None)


def _meant(slip: DatedWeekday, fitting: Sequence[DatedWeekday]) -> list[DatedWeekday]:
    """The days that a slip may stand for: of those with its weekday that differ in one part, the next."""
    near = [other for other in fitting if other.is_like(slip)]
    least = min((abs(other.day - slip.day) for other in near), default=None)
    return [other for other in near if abs(other.day - slip.day) == least]


def _dated(report: str, found: tuple[Time, ...], calendar: CalendarWords) -> Iterator[DatedWeekday]:
    for time in found:
        told = calendar.weekday.search(time.text)
        if told and _YEAR.search(time.text) and (day := day_of(time.edtf)) is not None:
            yield DatedWeekday(report, time, day, calendar.weekday_numbers[told[1].casefold()])


def _span(day: date) -> times.Span:
    return times.Span(f"{day.year:04}", f"{day.month:02}", f"{day.day:02}", None, day, day)


def _quoted(dated: DatedWeekday, sources: Sources) -> Evidence:
    return sources.around(dated.report, dated.time.start, dated.time.end)
