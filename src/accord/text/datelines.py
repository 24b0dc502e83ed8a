"""Date lines: the place, day and agency at the head of a news report ("KABUL, 3 May (AFP) - ...")."""

from __future__ import annotations

import re

from msgspec import Struct, structs

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary, either

_FILE = "en/text/datelines.json"
_LONGEST = 120
_MOST_WORDS = 7

# The sign between a date line and the report.
_SIGN = re.compile(r"\s*(?:—|–|--|(?<=[\s)\].,])[-_]|(?<=\w)_|(?<=/)\.|:)+(?=\s|$)")
_SOURCE = re.compile(r"\((?P<round>[^()]{2,60})\)\s*$|/(?P<slash>[^/]{2,40})/\s*$")


class _DateLineWords(Struct, frozen=True, forbid_unknown_fields=True):
    cities: frozenset[str]
    not_places: frozenset[str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    small_words: tuple[str, ...]
    remarks: tuple[str, ...]


class DateLine(Struct, frozen=True):
    """A date line, `length` characters long with its closing sign; what it does not say is None."""

    length: int
    place: str | None = None
    source: str | None = None
    date: str | None = None


class DateLineFinder:
    """Finds the date line at the start of a paragraph."""

    def __init__(self, words: _DateLineWords) -> None:
        self._cities = frozenset(city.upper() for city in words.cities)
        self._not_places = words.not_places
        self._date = _date(words)
        small = either(words.small_words)
        self._upper = re.compile(
            rf"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])+(?:[ /](?:[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])*|{small}))*"
        )
        self._capitalised = re.compile(
            rf"(?:[^\W\d_a-z][\w.'’/-]*(?:,?\s+|$)|(?:{small}|and)\s+|\[[\w ]+\]\s*,?\s*)+"
        )
        # "(D-Calif.)", "(38)", "(Adds quotes)": what else stands in brackets after a name.
        self._not_source = re.compile(rf"[DRI]-|\W*\d|[a-z]|(?i:{either(words.remarks)})\b")

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> DateLineFinder:
        """Load the cities that stand alone in date lines, the labels that look like one, and their dates.

        Raises:
            VocabularyError: the file is broken, or a list of it is empty.
        """
        words = vocabulary.read(_FILE, _DateLineWords)
        empty = [use for use, listed in structs.asdict(words).items() if not all(listed) or not listed]
        if empty:
            raise VocabularyError(f"vocabulary file {_FILE}: {empty[0]!r} must list words")
        return cls(words)

    def find(self, paragraph: str, *, first: bool = True) -> DateLine | None:
        """The date line that `paragraph` starts with.

        A city without day or agency counts only in the `first` paragraph of a report: elsewhere
        capitals before a dash are a heading or a speaker.
        """
        sign = _SIGN.search(paragraph, 0, _LONGEST)
        if sign is None:
            return None
        head = paragraph[: sign.start()].strip("*_")
        if len(head.split()) > _MOST_WORDS + 4:
            return None
        source_match = _SOURCE.search(head)
        source = (source_match["round"] or source_match["slash"]) if source_match else None
        rest = head[: source_match.start()] if source_match else head
        date_match = self._date.search(rest)
        place = self._date.sub("", rest, count=1).strip(" ,.;:|") if date_match else rest.strip(" ,.;:")
        if source is not None and self._not_source.match(source):
            return None
        bare = source is None and date_match is None
        if bare and paragraph[sign.end() :].lstrip()[:1].islower():
            return None
        colon = ":" in sign.group()
        if not self._is_date_line(place, source, bool(date_match), colon=colon, first=first):
            return None
        return DateLine(
            length=sign.end(),
            place=place or None,
            source=" ".join(source.split()) if source else None,
            date=date_match.group() if date_match else None,
        )

    def _is_date_line(self, place: str, source: str | None, dated: bool, *, colon: bool, first: bool) -> bool:
        name = place.partition(",")[0].strip()
        if name.upper() in self._not_places:
            return False
        if not place:
            return source is not None and first and not dated
        if len(place.split()) > _MOST_WORDS:
            return False
        city = name.upper() in self._cities
        if self._upper.fullmatch(name):
            return bool(source) or dated or (first and (city or not colon))
        if not self._capitalised.fullmatch(place):
            return False
        return (dated and (bool(source) or city)) or (city and bool(source))


def _date(words: _DateLineWords) -> re.Pattern[str]:
    """A day of the year, with its weekday and year or without."""
    month = rf"(?:{either(words.months)})[a-z]*\.?"
    day = rf"\d{{1,2}}(?:{either(words.ordinal_endings)})?"
    return re.compile(
        rf"\b(?:(?:{either(words.weekdays)})\.?,?\s*)?(?:{month}\s+{day}|{day}\s+{month})(?:,?\s+\d{{4}})?"
        r"|\b\d{4}-\d\d-\d\d\b",
        re.IGNORECASE,
    )
