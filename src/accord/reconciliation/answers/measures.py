"""What a figure measures, and how much in the unit that all measures of a kind are compared in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.compare.quantity import Range
from accord.vocabulary import PACKAGED, Vocabulary, either

_FILE = "en/quantities/measures.json"

Bound = Literal["above", "at", "below"]

COUNT = "count"
"""What is measured where things are counted."""

AGE = "age"
"""What is measured by how old somebody is."""


class AlsoUnit(Struct, frozen=True, forbid_unknown_fields=True):
    """A unit that a word for money may stand for as well ("pounds")."""

    word: str
    unit: str


class Tallies(Struct, frozen=True, forbid_unknown_fields=True):
    """What is counted again and again as a story goes on: families of words for acts, and nouns."""

    acts: frozenset[str]
    nouns: frozenset[str]


class Measures(Struct, frozen=True, forbid_unknown_fields=True):
    """Units by what they measure, each as so many of the unit compared in.

    `also` are the units that a currency's word may mean too; `rounded` tells how far a unit is from the one
    that it is taken for, as a share ("ton" is three units).  `above` and `below` are words that put a figure
    beyond its number, `tallies` what mounts up from one report to the next; `periods`
    open a stretch of time that is told from the day of the text.
    """

    units: Mapping[str, Mapping[str, float]]
    also: Mapping[str, AlsoUnit]
    rounded: Mapping[str, float]
    above: frozenset[str]
    below: frozenset[str]
    tallies: Tallies
    periods: frozenset[str]

    @property
    def period(self) -> re.Pattern[str]:
        """Finds a stretch of time that is told from the day of the text ("the past two years")."""
        return re.compile(rf"(?:the )?(?:{either(self.periods)})\b")

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Measures:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken, or a unit measures two things.
        """
        found = vocabulary.read(_FILE, cls)
        names = [unit for units in found.units.values() for unit in units]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise VocabularyError(f"vocabulary file {_FILE}: {twice[0]!r} measures two things; keep one")
        return found

    def scales(self, value: Range, text: str) -> Mapping[str, Range]:
        """What a figure may measure, with its range in the unit compared in; `text` is how it is written."""
        return dict(self._scales(value, text.casefold()))

    def bound(self, text: str) -> Bound:
        """Whether the words of a figure put it above its number, below it, or neither."""
        told = " ".join(text.casefold().split())
        if any(told.startswith(f"{word} ") for word in self.above):
            return "above"
        return "below" if any(told.startswith(f"{word} ") for word in self.below) else "at"

    def _scales(self, value: Range, text: str) -> Iterator[tuple[str, Range]]:
        unit = value.unit or ""
        for what, units in self.units.items():
            if unit in units:
                yield what, _times(value, units[unit], self.rounded.get(unit, 0.0), what)
        also = self.also.get(unit)
        if also is not None and also.word in text:
            yield from self._scales(Range(value.low, value.high, also.unit), text)
        if not any(unit in units for units in self.units.values()):
            money = unit.isupper() and len(unit) == len("USD")
            yield (unit if money else COUNT), Range(value.low, value.high, None)


def _times(value: Range, factor: float, blur: float, what: str) -> Range:
    low = None if value.low is None else value.low * factor * (1 - blur)
    high = None if value.high is None else value.high * factor * (1 + blur)
    return Range(low, high, what)
