"""The words of time expressions, read once from the vocabulary and turned into pattern parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from accord import vocabulary
from accord.errors import VocabularyError
from accord.extract.numbers import Numbers, alternation

_FILE = "times.json"
_REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


class Holiday(Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the year: a month and day, the nth weekday of a month (-1 the last), or days after Easter."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file, as it stands."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    month_verbs: list[str]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    units: dict[str, str]
    seasons: dict[str, int]
    day_parts: dict[str, str]
    decade_names: dict[str, int]
    phases: dict[str, str]
    modifiers: dict[str, str]
    prepositions: frozenset[str]
    vague_amounts: list[str]
    references: dict[str, str]
    sets: dict[str, str]
    holidays: dict[str, Holiday]
    zones: list[str]
    schedule_verbs: frozenset[str]
    future_modals: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """The words of time, and `parts`: pattern parts by name, without groups."""

    words: Words
    numbers: Numbers
    parts: Mapping[str, str]

    @classmethod
    def load(cls) -> Lexicon:
        """Read the words of time.

        Raises:
            VocabularyError: the file is broken, or a reference is none of TIMEX3's.
        """
        words = vocabulary.read(_FILE, Words)
        unknown = sorted(set(words.references.values()) - _REFERENCES)
        if unknown:
            raise VocabularyError(
                f"vocabulary file {_FILE}: references {unknown} are not TIMEX3 values; "
                f"use {', '.join(sorted(_REFERENCES))}"
            )
        numbers = Numbers.load()
        return cls(words, numbers, _parts(words, numbers))

    def month(self, word: str) -> int:
        """The number of a lower-case month name or abbreviation."""
        name = word.rstrip(".")
        return self.words.months.get(name) or self.words.month_abbreviations[name]

    def weekday(self, word: str) -> int:
        """The ISO number of a lower-case weekday name or abbreviation (Monday is 1)."""
        name = word.rstrip(".")
        return self.words.weekdays.get(name) or self.words.weekday_abbreviations[name]

    def unit(self, word: str) -> str:
        """The duration unit of a lower-case noun, singular or plural ("D", "TH", "10Y")."""
        return self.words.units.get(word) or self.words.units[word.removesuffix("s")]

    def holiday(self, word: str) -> Holiday:
        """The holiday of a lower-case name."""
        return self.words.holidays[" ".join(word.replace("’", "'").split())]


def _parts(words: Words, numbers: Numbers) -> dict[str, str]:
    vague = alternation(words.vague_amounts)
    units = alternation({f"{unit}s": 1 for unit in words.units} | dict.fromkeys(words.units, 1))
    day = r"(?:3[01]|[12]\d|0?[1-9])"
    month = rf"(?:{alternation(words.months)}|{alternation(words.month_abbreviations)}\b\.?)"
    unit_words, tens = alternation(numbers.units), alternation(numbers.tens)
    teens = alternation([word for word, number in numbers.units.items() if number > 9])
    spelled_year = rf"(?:(?:eighteen|nineteen|twenty)[ -](?:{tens}(?:[ -]{unit_words})?|{teens}|oh[ -]{unit_words}|hundred)|two thousand(?: (?:and )?{unit_words})?)"
    return {
        "month": rf"(?:{month})",
        "day": rf"(?:{day}(?:st|nd|rd|th)?(?![\d%])|{alternation(numbers.ordinals)}\b)",
        "daynum": rf"(?:{day}(?:st|nd|rd|th)?(?![\d%]))",
        "wday": rf"(?:{alternation(words.weekdays)}|{alternation(words.weekday_abbreviations)}\b\.?)",
        "fullwday": alternation(words.weekdays),
        "year": rf"(?:(?:1\d|20)\d\d(?![\d,.]\d)(?!\d)|['’‘`]\d\d\b|{spelled_year})",
        "year4": r"(?:1\d|20)\d\d(?!\d)",
        "spelled_year": spelled_year,
        "season": alternation(words.seasons),
        "part": alternation(words.day_parts),
        "unit": units,
        "single": alternation(words.units),
        "phase": alternation(words.phases),
        "mod": alternation(words.modifiers),
        "firm": alternation([word for word in words.modifiers if word not in words.prepositions]),
        "num": rf"(?:{numbers.cardinal}(?: (?:and a half|and one half))?|half an?|an?(?: half)?|{vague})",
        "cardinal": numbers.cardinal,
        "vague": vague,
        "ord": numbers.ordinal,
        "zone": rf"(?:\(?{alternation(words.zones)}\)?)",
        "holiday": alternation([*words.holidays, *(w.replace("'", "’") for w in words.holidays if "'" in w)]),
        "reference": alternation(words.references),
        "decade_name": alternation(words.decade_names),
        "setword": alternation(words.sets),
        "_": r"(?:[\s\u00a0]{1,3})",
        "sep": r"(?:[\s\u00a0]{1,3}|-|–)",
    }
