"""How many days words of distance mean: "two days later", "a week before", "the same day"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from accord.temporal_network import turned
from accord.text.numbers import Numbers
from accord.vocabulary import PACKAGED, Vocabulary, either

_FILE = "en/times/orders.json"

Side = Literal["after", "before"]
Gap = tuple[int | None, int | None]


class OrderWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file of order, as it stands; `units` give days, and how far off either way.

    `limits` are prepositions that bound an event by a time, with the fewest days between the two.  `sides`
    stand behind a length ("two days later").  `perfect` auxiliaries make "since" one of time, `definite`
    words take a noun for what was told before, `moments` say that two things were at once, and `within`
    lead from a length to what it is reckoned from.  A clause opened by a word of `otherwise` has its order,
    or its doubt, from that word; adverbs `in_a_row` tell of order only behind "and".
    """

    connectives: dict[str, Side]
    limits: dict[str, tuple[Side, int]]
    verbs: dict[str, Side]
    verbs_with: dict[str, Side]
    happenings: frozenset[str]
    bearers: frozenset[str]
    anaphors: frozenset[str]
    pronouns: frozenset[str]
    adverbs: dict[str, Side]
    results: frozenset[str]
    same_day: frozenset[str]
    next_day: frozenset[str]
    previous_day: frozenset[str]
    units: dict[str, tuple[int, int, int]]
    vague: frozenset[str]
    more: list[str]
    less: list[str]
    sides: dict[str, Side]
    perfect: frozenset[str]
    definite: frozenset[str]
    otherwise: frozenset[str]
    in_a_row: frozenset[str]
    moments: frozenset[str]
    within: frozenset[str]


class Distances(Struct, frozen=True):
    """Reads words of distance in time."""

    words: OrderWords
    numbers: Numbers
    distance: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Distances:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        words = vocabulary.read(_FILE, OrderWords)
        distance = re.compile(
            rf"(?P<words>[\w\s-]*?)\s*\b(?P<unit>[a-z]+)\s+(?P<side>{either(words.sides)})$"
        )
        return cls(words, Numbers.load(vocabulary), distance)

    @property
    def units(self) -> Mapping[str, tuple[int, int, int]]:
        """Days of a unit, and how many fewer or more it may mean."""
        return self.words.units

    def signed(self, text: str) -> Gap | None:
        """Days [low, high] from the event before to this one, for a whole expression; None if it is none."""
        lower = " ".join(text.lower().split())
        if lower in self.words.same_day:
            return (0, 0)
        if lower in self.words.next_day:
            return (1, 1)
        if lower in self.words.previous_day:
            return (-1, -1)
        match = self.distance.match(lower)
        if match is None:
            return None
        gap = self.length(f"{match['words']} {match['unit']}")
        if gap is None:
            return None
        return turned(gap) if self.words.sides[match["side"]] == "before" else gap

    def length(self, text: str) -> Gap | None:
        """Days [low, high] that a length ("two weeks", "more than a year", "days") means."""
        lower = " ".join(text.lower().split())
        if lower == "the day":
            return (1, 1)
        words = lower.split()
        unit = self.units.get(words[-1].removesuffix("s")) if words else None
        if unit is None:
            return None
        more = next((w for w in self.words.more if lower.startswith(w + " ")), None)
        less = next((w for w in self.words.less if lower.startswith(w + " ")), None)
        said = lower.removeprefix(more or less or "").split()[:-1]
        count = self.numbers.read(" ".join(said)) if said else None
        if count is None:
            vague = words[-1].endswith("s") and (not said or said[-1] in self.words.vague)
            return ((0, None) if unit[0] else (0, 1)) if vague else None
        days, fewer, further = unit
        low, high = max(0, round(count * days) - fewer), round(count * days) + further
        return (low, None) if more else (0, high) if less else (low, high)
