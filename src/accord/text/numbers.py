"""Numbers as news writes them: digits, words and both ("3.5 million", "twenty-one", "two and a half")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/quantities/numbers.json"
_TOO_MUCH = 1e18


class _NumberWords(Struct, frozen=True, forbid_unknown_fields=True):
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, float]


class Numbers(Struct, frozen=True):
    """Reads cardinal and ordinal numbers in lower-case text."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, float]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Numbers:
        """Read the number words."""
        words = vocabulary.read(_FILE, _NumberWords)
        return cls(words.units, words.tens, words.scales, words.ordinals, words.fractions)

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
