"""Texts made at random of all words that the vocabulary knows, of numbers, signs and white space."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import accord

_VOCABULARY = Path(accord.__file__).parent / "vocabulary" / "en"

_PROSE = (
    "Peru recalled its ambassador to Chile on Monday . The minister of Kenya said that they may attack "
    "next year , he denied it and 17 people were killed in Lima after talks in Oslo two days later . "
    "“ We left , ” she told the agency . None has recognised Utopia , but India and France resumed ties"
)
_SIGNS = tuple(".,;:?!…—-–()[]{}\"“”„«»'’‘*_#><&|/\\%$€£=+@`~")
_SPACES = (
    "\n", "\n\n", "\t", "\r\n", "\xa0", "\u202f", "\u2009", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c",
    "\x1d", "\x1e", "\x1f", "\x85", "\u3000", "\u200b", "\ufeff",
)  # fmt: skip
_STRANGE = (
    "\x00", "\x1b[2J", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\u061c", "e\u0301", "İ", "ß", "ǅ", "😀",
    "\U0010ffff", "\ufffd", "ﬁ", "１２", "٣", "Ⅷ", "½", "<script>alert(1)</script>", "[x](javascript:x)",
    "{{7*7}}", "=1+1",
)  # fmt: skip
_FIGURES = (
    "0", "1", "17", "1,000", "1.5", "3rd", "31", "32", "1914", "2015", "9999", "0000", "10000", "1e400",
    "5m", "70s", "12:30", "25:61", "2015-02-30", "9999-12-31", "0001-01-01", "31/12/9999", "3/4", "1/0",
    "99999 BC", "44 BC", "AD 70", "'15", "12-14", "1914-18", "$5m", "0." + "0" * 320 + "1", "9" * 400,
    "1" + ",000" * 120, "9999 AD",
)  # fmt: skip


@cache
def _words() -> tuple[str, ...]:
    """Every string in the vocabulary that could stand in a text."""

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for name, inner in value.items():
                yield name
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)

    found = {
        word
        for path in sorted(_VOCABULARY.rglob("*.json"))
        for word in strings(json.loads(path.read_text(encoding="utf-8")))
        if 0 < len(word) < 40
    }
    return tuple(sorted(found))


def made_text(seed: int) -> str:
    """A text of one to forty pieces; the same for the same seed."""
    random = Random(seed)
    strangeness = random.random() ** 2
    parts: list[str] = []
    for _ in range(random.choice((3, 12, 40))):
        parts.append(_piece(random, strangeness))
        spaced = random.random() > strangeness / 3
        parts.append(" " if spaced else random.choice((*_SPACES, "", "")))
    text = "".join(parts)
    return text if text.strip() else "x"


def _piece(random: Random, strangeness: float) -> str:
    if random.random() > strangeness:
        words = _PROSE.split()
        at = random.randrange(len(words))
        return " ".join(words[at : at + random.randint(1, 9)])
    kinds = (_words(), _words(), _words(), _FIGURES, _SIGNS, _SPACES, _STRANGE)
    piece = random.choice(random.choice(kinds))
    return random.choice((piece, piece, piece.capitalize(), piece.upper()))
