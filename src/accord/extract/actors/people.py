"""Joins the names of persons and bodies outside the gazetteer: full names, shorter forms, surnames."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct


class Named(Struct, frozen=True):
    """A person or body that a report names: its words and identifier."""

    words: tuple[str, ...]
    id: str


class Registry:
    """Names of one report.  A name stands for the longest name that holds its words in order."""

    def __init__(self, names: Iterable[tuple[str, ...]], known: Iterable[tuple[str, str]]) -> None:
        """`names` are the names the report evidences; `known` pairs of gazetteer name and identifier."""
        self._named: list[Named] = []
        self._by_word: dict[str, list[Named]] = {}
        for name, identifier in known:
            self._add(Named(tuple(name.split()), identifier))
        distinct = dict.fromkeys(names)
        for words in sorted(distinct, key=len, reverse=True):
            if self.find(words) is None:
                self._add(Named(words, slug(" ".join(words))))

    def find(self, words: tuple[str, ...]) -> str | None:
        """The identifier of the one person these words can stand for, or None."""
        lowers = tuple(word.lower() for word in words)
        candidates = self._by_word.get(lowers[-1], [])
        if len(lowers) > 1:
            fits = [n for n in candidates if _holds(n.words, lowers)]
            return fits[0].id if fits else None
        last = dict.fromkeys(n.id for n in candidates if n.words[-1].lower() == lowers[0])
        any_place = dict.fromkeys(n.id for n in candidates)
        for ids in (last, any_place):
            if len(ids) == 1:
                return next(iter(ids))
        return None

    def is_surname(self, word: str) -> bool:
        """Whether a name of two words or more ends with `word`, which is in lower case."""
        return any(len(n.words) > 1 and n.words[-1].lower() == word for n in self._by_word.get(word, ()))

    def _add(self, named: Named) -> None:
        self._named.append(named)
        for word in dict.fromkeys(w.lower() for w in named.words):
            self._by_word.setdefault(word, []).append(named)


def slug(name: str) -> str:
    """The name in lower-case ASCII letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slugged = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slugged or "-".join(f"{ord(c):x}" for c in name)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    rest = iter(word.lower() for word in longer)
    return all(word in rest for word in shorter)
