"""Days written out in full: in fields, front matter, date lines and file names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary, either

_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_LONGEST_FIELD = 60


class _MonthNames(Struct):
    """What of times.json names months."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]


class DayFinder(Struct, frozen=True):
    """Finds days; `months` are numbered by their names and abbreviations, which `pattern` holds."""

    months: Mapping[str, int]
    pattern: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> DayFinder:
        """Read the names of months.

        Raises:
            VocabularyError: the file is broken.
        """
        names = vocabulary.read("en/times/times.json", _MonthNames)
        months = names.months | names.month_abbreviations
        return cls(months, _pattern(either(months)))

    def find(self, text: str) -> str | None:
        """The one day that `text` writes out in full, as YYYY-MM-DD; None when there is none or several."""
        found = {day for match in self.pattern.finditer(text) if (day := self._read(match)) is not None}
        return found.pop() if len(found) == 1 else None

    def parse(self, text: str) -> str | None:
        """The day that a date field says (ISO 8601, RFC 2822 or English); None if it is none."""
        text = text.strip()
        if len(text) > _LONGEST_FIELD:
            return None
        # A time of day follows an ISO day without a space; it never changes which day was written.
        return self.find(re.sub(r"^(\d{4}-\d{2}-\d{2})T.*", r"\1", text)) or find_compact_day(text)

    def strip(self, text: str) -> str:
        """`text` without the days written in it."""
        return _COMPACT.sub(" ", self.pattern.sub(" ", text))

    def _read(self, match: re.Match[str]) -> str | None:
        if match["year"]:
            return _iso(int(match["year"]), int(match["month"]), int(match["day"]))
        # Letters that match one of a name without regard to case need not be that letter.
        month = self.months.get((match["month_second"] or match["month_first"]).casefold())
        if month is None:
            return None
        year, day = match["year_third"] or match["year_last"], match["day_first"] or match["day_second"]
        return _iso(int(year), month, int(day))


def find_compact_day(text: str) -> str | None:
    """The first day written as eight digits (20210503)."""
    for match in _COMPACT.finditer(text):
        year, month, day = (int(part) for part in match.groups())
        if (found := _iso(year, month, day)) is not None:
            return found
    return None


def _pattern(months: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d/])(?<!\d-)(?P<year>\d{4})(?P<sign>[-/._])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
        r"(?![\d/])(?!-\d)"
        rf"|\b(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month_second>{months})\.?"
        r",?[\s-]+(?P<year_third>\d{4})(?!\d)"
        rf"|\b(?P<month_first>{months})\.?"
        r"\s+(?P<day_second>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year_last>\d{4})(?!\d)",
        re.IGNORECASE,
    )


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
