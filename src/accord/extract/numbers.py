"""Numbers as news writes them: digits, words and both ("3.5 million", "twenty-one", "two and a half")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from accord import vocabulary

_FILE = "numbers.json"
_TOO_MUCH = 1e18


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, float]


@dataclass(frozen=True)
class Numbers:
    """Reads cardinal and ordinal numbers in lower-case text.

    `cardinal` and `ordinal` are patterns without groups, for use inside larger patterns; a
    cardinal ends before a scale that is no part of it.
    """

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, float]
    digits: str
    cardinal: str
    ordinal: str

    @classmethod
    def load(cls) -> Numbers:
        """Read the number words."""
        words = vocabulary.read(_FILE, _Words)
        fraction = alternation(words.fractions)
        digits = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[ -]?{fraction})?"
        ten, unit = alternation(words.tens), alternation(words.units)
        small = rf"(?:{ten}(?:[ -]{unit})?|{unit})"
        spelled = rf"{small}(?: (?:and )?(?:hundred|thousand)(?: (?:and )?{small}\b)?)*"
        return cls(
            units=words.units,
            tens=words.tens,
            scales=words.scales,
            ordinals=words.ordinals,
            fractions=words.fractions,
            digits=digits,
            cardinal=rf"(?:{digits}|{spelled})",
            ordinal=rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{alternation(words.ordinals)})",
        )

    def read(self, text: str) -> float | None:
        """The number that lower-case `text` says, or None."""
        total = part = 0.0
        seen = False
        for word in re.findall(
            r"\d[\d,]*(?:\.\d+)?(?!/)(?!\d)|\d/\d|[a-z]+|[½¼¾]", text.replace("a half", "half")
        ):
            if word[0].isdigit() and "/" not in word:
                part += float(word.replace(",", ""))
            elif word in self.fractions:
                part += self.fractions[word]
            elif word in self.units or word in self.tens:
                part += self.units.get(word) or self.tens.get(word, 0)
            elif word in ("a", "an"):
                part += 0 if seen else 1
            elif word == "half":
                part += 0.5
            elif word in self.scales:
                scale = self.scales[word]
                if scale == 100:
                    part = (part or 1) * scale
                else:
                    total, part = total + (part or 1) * scale, 0.0
            elif word != "and":
                return None
            seen = True
        return total + part if seen and total + part < _TOO_MUCH else None

    def rank(self, text: str) -> int | None:
        """The number that the lower-case ordinal `text` says, or None."""
        match = re.match(r"(\d{1,4})(?:st|nd|rd|th)$", text)
        return int(match[1]) if match else self.ordinals.get(text.replace(" ", "-"))


def alternation(words: Mapping[str, object] | list[str] | tuple[str, ...]) -> str:
    """A pattern that matches any of `words`, the longest first; spaces match any white space."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest) + ")"
