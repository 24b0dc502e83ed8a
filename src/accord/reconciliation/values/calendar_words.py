"""Names of months and days of the week, as reports write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from accord.reconciliation.values.context_window import STEM
from accord.vocabulary import PACKAGED, Vocabulary, either


class _CalendarFile(Struct, frozen=True):
    """What is used here of the vocabulary of times."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]


class CalendarWords(Struct, frozen=True):
    """Names of months and days.

    `names` are all in full, `stems` how they begin; `weekdays` are those of days in full, Monday first, and
    `weekday_numbers` tells of a name or its beginning which day it is (1 is Monday).  `month` finds what
    begins as a month does, in lower case, and `weekday` a day of the week in any case.
    """

    names: frozenset[str]
    stems: frozenset[str]
    weekdays: tuple[str, ...]
    weekday_numbers: Mapping[str, int]
    month: re.Pattern[str]
    weekday: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> CalendarWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        file = vocabulary.read("en/times/times.json", _CalendarFile)
        names = frozenset((*file.months, *file.weekdays))
        return cls(
            names=names,
            stems=frozenset(name[:STEM] for name in names),
            weekdays=tuple(sorted(file.weekdays, key=lambda name: file.weekdays[name])),
            weekday_numbers=file.weekday_abbreviations,
            month=re.compile(rf"\b(?:{either((*file.months, *file.month_abbreviations))})"),
            weekday=re.compile(rf"\b({either(file.weekday_abbreviations)})[a-z]*\b", re.IGNORECASE),
        )
