"""Names of persons and bodies: their parts, and whether two can name the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz.distance import JaroWinkler

_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONG_ENOUGH_TO_MISSPELL = 5
_SPELLING = 0.9
# Sounds that transliterations write in several ways.
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"),
    ("w", "v"), ("dj", "j"), ("ph", "f"),
)  # fmt: skip


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name in lower case, without accents and possessive endings."""
    plain = unaccented(name).replace("’", "'")
    return tuple(part.removesuffix("'s") for part in _PART.findall(plain))


def unaccented(name: str) -> str:
    """A name in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def sound(part: str) -> str:
    """A part of a name with its spellings levelled: variant digraphs, doubled letters, final vowels."""
    for spelled, levelled in _SOUNDS:
        part = part.replace(spelled, levelled)
    part = re.sub(r"(.)\1+", r"\1", part)
    return re.sub(r"(?<=.)[aeiou]+(?=.)", "a", part)


def same_part(one: str, other: str) -> bool:
    """Two parts are the same, spelled alike, or an initial of each other."""
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    if sound(one) == sound(other):
        return True
    long_enough = min(len(one), len(other)) >= _LONG_ENOUGH_TO_MISSPELL
    return long_enough and JaroWinkler.similarity(one, other) >= _SPELLING and abs(len(one) - len(other)) <= 2


def same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """The parts of the shorter name stand in the longer in order, and the family names agree.

    The family name is the last part; the last part of the shorter name may stand before a further
    one in the longer ("Gamal Hassan" of "Gamal Hassan Hassan"), but a given name alone names nobody.
    """
    short, long = sorted((one, other), key=lambda name: (len(name), *name))
    if not short:
        return False
    if not same_part(short[-1], long[-1]) and len(short) < 2:
        return False
    at = 0
    for part in long:
        if at < len(short) and same_part(short[at], part):
            at += 1
    return at == len(short)
