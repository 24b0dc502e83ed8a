"""The words of time expressions, read once from the vocabulary and turned into pattern parts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.text.numbers import Numbers
from accord.vocabulary import PACKAGED, Vocabulary

FILE = "en/times/times.json"
REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
"""The values of TIMEX3 that name no place in the calendar."""


# What the reader of years looks for behind a number.
_MEASURE = re.compile(r"[a-z]+(?: [a-z]+)?")


class Holiday(Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the year: a month and day, the nth weekday of a month (-1 the last), or days after Easter.

    `later` is how many days behind the nth weekday it lies.
    """

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    later: int = 0


class TimeWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file, as it stands.

    `zones` are offsets from UTC by abbreviation. `weekday_words` are abbreviations of weekdays that are
    words or names too. `stretch_joints` join the ends of a stretch of time, each behind the word that
    must open it ("between ... and"), if any. Of what stands before a unit, `deixis_back`, `deixis_now`
    and `deixis_ahead` point from the day of publication, `anaphoric` words and the phrases
    `from_mentioned` from the time told before; `relative_years` do so by whole years, those in
    `anaphoric_years` from the year told before. Of what stands behind a length, `directions_back` lead
    back and `directions_ahead` on from the time told before, and `directions_from_now` from
    publication; a bare length is one where something `measured_by` it follows. Of a narrative,
    `points_to_now` words tell the day of writing, and `moves_on` and `moves_back` words where the story
    goes. `generic_openers` stand before any such day ("a Sunday"). `twilights` are parts of the day
    that no "this" or "next" dates. A number before `measures` or behind something `numbered` is no
    year; a feast before `feast_goods` no day; "the year" behind `titles_of_year` no year; "the 80s" in
    a sentence on `temperatures` no decade; and a fraction before `finals` no time ("the quarter
    finals").
    """

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    month_words: frozenset[str]
    month_prepositions: frozenset[str]
    year_prepositions: frozenset[str]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    misspellings: dict[str, str]
    units: dict[str, str]
    seasons: dict[str, int]
    day_parts: dict[str, str]
    day_edges: list[str]
    part_prepositions: frozenset[str]
    day_prepositions: frozenset[str]
    decade_names: dict[str, int]
    phases: dict[str, str]
    modifiers: dict[str, str]
    deadlines: frozenset[str]
    beginnings: frozenset[str]
    lasting_verbs: frozenset[str]
    prepositions: frozenset[str]
    vague_amounts: list[str]
    references: dict[str, str]
    sets: dict[str, str]
    holidays: dict[str, Holiday]
    zones: dict[str, str]
    clock_modifiers: dict[str, str]
    generic_openers: frozenset[str]
    numbered: frozenset[str]
    feast_goods: frozenset[str]
    titles_of_year: frozenset[str]
    temperatures: frozenset[str]
    games: list[str]
    finals: list[str]
    measures: frozenset[str]
    extents: list[str]
    schedule_verbs: frozenset[str]
    expectation_verbs: frozenset[str]
    expectation_adjectives: frozenset[str]
    timetable_verbs: frozenset[str]
    ranks: frozenset[str]
    speech_verbs: frozenset[str]
    performed_verbs: frozenset[str]
    bounding: frozenset[str]
    clock_prepositions: frozenset[str]
    weekday_words: frozenset[str]
    stretch_joints: dict[str, str]
    points_to_now: frozenset[str]
    moves_on: frozenset[str]
    moves_back: frozenset[str]
    deixis_back: frozenset[str]
    deixis_now: frozenset[str]
    deixis_ahead: frozenset[str]
    anaphoric: frozenset[str]
    from_mentioned: frozenset[str]
    relative_years: dict[str, int]
    anaphoric_years: frozenset[str]
    directions_back: frozenset[str]
    directions_ahead: frozenset[str]
    directions_from_now: frozenset[str]
    measured_by: frozenset[str]
    twilights: frozenset[str]
    pointing: frozenset[str]
    length_openers: frozenset[str]
    open_ends: frozenset[str]
    future_modals: frozenset[str]
    firm_modals: frozenset[str]


class TimeLexicon(Struct, frozen=True):
    """The words of time: `classes` are single words by class, `phrases` are phrases by class."""

    words: TimeWords
    numbers: Numbers
    classes: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> TimeLexicon:
        """Read the words of time.

        Raises:
            VocabularyError: the file is broken, a reference is none of TIMEX3's, or lists disagree.
        """
        words = vocabulary.read(FILE, TimeWords)
        unknown = sorted(set(words.references.values()) - REFERENCES)
        if unknown:
            raise VocabularyError(
                f"vocabulary file {FILE}: references {unknown} are not TIMEX3 values; "
                f"use {', '.join(sorted(REFERENCES))}"
            )
        numbers = Numbers.load(vocabulary)
        strange = sorted(words.anaphoric_years - words.relative_years.keys())
        if strange:
            raise VocabularyError(
                f"vocabulary file {FILE}: anaphoric_years {strange} are not in relative_years; add them there"
            )
        odd = sorted(measure for measure in words.measures if not _MEASURE.fullmatch(measure))
        if odd:
            raise VocabularyError(
                f"vocabulary file {FILE}: measures {odd} are not one or two words in lower-case letters"
            )
        return cls(words, numbers, _classes(words, numbers), _phrases(words))

    def month(self, word: str) -> int:
        """The number of a lower-case month name or abbreviation."""
        name = bare(word)
        return self.words.months.get(name) or self.words.month_abbreviations[name]

    def weekday(self, word: str) -> int:
        """The ISO number of a lower-case weekday name or abbreviation (Monday is 1)."""
        name = bare(word)
        return self.words.weekdays.get(name) or self.words.weekday_abbreviations[name]

    def unit(self, word: str) -> str:
        """The duration unit of a lower-case noun, singular or plural ("D", "TH", "10Y")."""
        return self.words.units.get(word) or self.words.units[word.removesuffix("s")]

    def holiday(self, word: str) -> Holiday:
        """The holiday of a lower-case name."""
        return self.words.holidays[" ".join(word.replace("’", "'").split())]


def bare(word: str) -> str:
    """An abbreviation without its full stop, and without the white space that may stand before that."""
    return word.rstrip().rstrip(".").rstrip()


def _classes(words: TimeWords, numbers: Numbers) -> dict[str, tuple[str, ...]]:
    plural = tuple(f"{unit}s" for unit in words.units)
    return {
        "MONTHNAME": tuple(words.months),
        "MONTHABBR": tuple(words.month_abbreviations),
        "WEEKDAYNAME": tuple(words.weekdays),
        "WEEKDAYABBR": tuple(words.weekday_abbreviations),
        "WEEKDAYPLURAL": tuple(f"{day}s" for day in words.weekdays),
        "ONE": tuple(numbers.units),
        "TEEN": tuple(word for word, number in numbers.units.items() if number > 9),
        "TEN": tuple(numbers.tens),
        "ORDWORD": tuple(word for word in numbers.ordinals if "-" not in word),
        "UNIT": (*words.units, *plural),
        "ONEUNIT": tuple(words.units),
        "UNITS": plural,
        "SEASON": tuple(words.seasons),
        "PART": tuple(words.day_parts),
        "EDGE": tuple(words.day_edges),
        "PARTPLURAL": tuple(f"{part}s" for part in words.day_parts),
        "DECADENAME": tuple(words.decade_names),
        "SETWORD": tuple(words.sets),
        "FINALS": tuple(words.finals),
        "GAME": tuple(words.games),
        "EXTENT": tuple(words.extents),
    }


def _phrases(words: TimeWords) -> dict[str, tuple[str, ...]]:
    return {
        "PHASE": tuple(words.phases),
        "MOD": tuple(words.modifiers),
        "FIRM": tuple(word for word in words.modifiers if word not in words.prepositions),
        "CALMOD": tuple(word for word, mod in words.modifiers.items() if mod == "APPROX" and word != "some"),
        "VAGUE": tuple(words.vague_amounts),
        "ZONE": tuple(words.zones),
        "CLOCKMOD": tuple(words.clock_modifiers),
        "HOLIDAY": tuple(words.holidays),
        "REFERENCE": tuple(words.references),
    }
