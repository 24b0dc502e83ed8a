"""Date lines: the place, day and agency at the head of a news report ("KABUL, 3 May (AFP) - ...")."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary

_LONGEST = 120
_MOST_WORDS = 7

# The sign between a date line and the report.
_SIGN = re.compile(r"\s*(?:—|–|--|(?<=[\s)\].,])[-_]|(?<=\w)_|(?<=/)\.|:)+(?=\s|$)")
_SOURCE = re.compile(r"\((?P<round>[^()]{2,60})\)\s*$|/(?P<slash>[^/]{2,40})/\s*$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s*)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
    rf"|\b\d{{4}}-\d\d-\d\d\b",
    re.IGNORECASE,
)
_UPPER = re.compile(
    r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])+(?:[ /](?:[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])*|es|de|da|do|of|al))*"
)
_CAPITALISED = re.compile(
    r"(?:[^\W\d_a-z][\w.'’/-]*(?:,?\s+|$)|(?:es|de|da|do|of|al|and)\s+|\[[\w ]+\]\s*,?\s*)+"
)
# "(D-Calif.)", "(38)", "(Adds quotes)": what else stands in brackets after a name.
_NOT_A_SOURCE = re.compile(r"[DRI]-|\W*\d|[a-z]|(?i:adds|updates|recasts|corrects|refiles|repeats)\b")


class _DateLineWords(Struct):
    cities: frozenset[str]
    not_places: frozenset[str]


class DateLine(Struct, frozen=True):
    """A date line, `length` characters long with its closing sign; what it does not say is None."""

    length: int
    place: str | None = None
    source: str | None = None
    date: str | None = None


class DateLineFinder:
    """Finds the date line at the start of a paragraph."""

    def __init__(self, cities: frozenset[str], not_places: frozenset[str]) -> None:
        self._cities = cities
        self._not_places = not_places

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> DateLineFinder:
        """Load the cities that stand alone in date lines, and the labels that look like one."""
        words = vocabulary.read("en/text/datelines.json", _DateLineWords)
        return cls(frozenset(city.upper() for city in words.cities), words.not_places)

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
        date_match = _DATE.search(rest)
        place = _DATE.sub("", rest, count=1).strip(" ,.;:|") if date_match else rest.strip(" ,.;:")
        if source is not None and _NOT_A_SOURCE.match(source):
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
        if _UPPER.fullmatch(name):
            return bool(source) or dated or (first and (city or not colon))
        if not _CAPITALISED.fullmatch(place):
            return False
        return (dated and (bool(source) or city)) or (city and bool(source))
