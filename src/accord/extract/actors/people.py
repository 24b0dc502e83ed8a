"""Joins the names of persons and bodies outside the gazetteer: full names, shorter forms, surnames."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct

_SPELLINGS = (
    *(("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("x", "ks")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("j", "i"), ("w", "v"), ("tz", "ts"), ("'", "")),
)


class Named(Struct, frozen=True):
    """A person or body that a report names: its words and identifier."""

    words: tuple[str, ...]
    id: str


class Registry:
    """Names of one report.  A name stands for the longest name that holds its words in order."""

    def __init__(self, names: Iterable[tuple[str, ...]], known: Iterable[tuple[str, str]]) -> None:
        """`names` are the names the report evidences; `known` pairs of gazetteer name and identifier."""
        self._named: list[Named] = []
        self._folded: dict[str, str] = {}
        self._by_word: dict[str, list[Named]] = {}
        for name, identifier in known:
            self._add(Named(tuple(name.split()), identifier))
        distinct = dict.fromkeys(names)
        for words in sorted(distinct, key=len, reverse=True):
            if self.find(words) is None:
                self._add(Named(words, slug(" ".join(words))))

    def find(self, words: tuple[str, ...]) -> str | None:
        """The identifier of the one person these words can stand for, or None."""
        folded = self._fold(words)
        candidates = self._by_word.get(folded[-1], [])
        if len(folded) > 1:
            fits = [n for n in candidates if _holds(self._fold(n.words), folded)]
            return fits[0].id if fits else None
        last = dict.fromkeys(n.id for n in candidates if self._fold(n.words)[-1] == folded[0])
        any_place = dict.fromkeys(n.id for n in candidates)
        for ids in (last, any_place):
            if len(ids) == 1:
                return next(iter(ids))
        return None

    def is_surname(self, word: str) -> bool:
        """Whether a name of two words or more ends with `word`, in some spelling."""
        (folded,) = self._fold((word,))
        named = self._by_word.get(folded, ())
        return any(len(n.words) > 1 and self._fold(n.words)[-1] == folded for n in named)

    def _add(self, named: Named) -> None:
        self._named.append(named)
        for word in dict.fromkeys(self._fold(named.words)):
            self._by_word.setdefault(word, []).append(named)

    def _fold(self, words: tuple[str, ...]) -> tuple[str, ...]:
        known = self._folded
        for word in words:
            if word not in known:
                known[word] = fold(word)
        return tuple(known[word] for word in words)


def fold(word: str) -> str:
    """A word as the spellings of one name share it: "Sergey" and "Sergei", "Peña" and "Pena"."""
    plain = word.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode() or plain
    if len(plain) < 4:
        return plain
    for spelt, folded in _SPELLINGS:
        plain = plain.replace(spelt, folded)
    return "".join(letter for letter, before in zip(plain, " " + plain, strict=False) if letter != before)


def slug(name: str) -> str:
    """The name in lower-case ASCII letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slugged = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slugged or "-".join(f"{ord(c):x}" for c in name)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)
