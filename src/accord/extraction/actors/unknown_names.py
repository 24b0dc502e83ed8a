"""Names outside the lexicon: runs of proper nouns, and the one person or body that a report's names share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.vocabulary.actor_shapes import NameWords, Suffixes

_LONGEST = 7
_SPELLINGS = (
    *(("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("x", "ks")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("j", "i"), ("w", "v"), ("tz", "ts"), ("'", "")),
)


class NameRun(Struct, frozen=True):
    """Proper nouns in a row: word indices."""

    start: int
    end: int


class NameReader:
    """Reads runs of proper nouns."""

    def __init__(self, names: NameWords, given: frozenset[str]) -> None:
        self._given = given
        self._calendar = frozenset(names.calendar)
        self._particles = frozenset(names.particles)
        self._suffixes: dict[str, Suffixes] = {}
        for suffix in names.suffixes:
            for word in suffix.words:
                self._suffixes.setdefault(word, suffix)

    def run_at(
        self, words: TokenLists, stretch: Stretch, start: int, taken: dict[int, int]
    ) -> NameRun | None:
        """The run of proper nouns that starts at word `start`, up to a word of `taken`."""
        if start >= stretch.end or start in taken or not self._may_start(words, start):
            return None
        end = start + 1
        while end < stretch.end and end - start < _LONGEST:
            if end in taken or words.texts[end] in self._calendar:
                break
            if words.is_name(end) or _is_irish(words.texts[end]):
                end += 1
                continue
            nearer = self._bridge(words, stretch, end, taken)
            if nearer is None:
                break
            end = nearer
        return NameRun(start, end)

    def suffix_of(self, words: TokenLists, run: NameRun) -> Suffixes | None:
        """What the last word of the run tells it is, if it tells."""
        return self._suffixes.get(words.texts[run.end - 1])

    def has_given_name(self, words: TokenLists, run: NameRun) -> bool:
        """Whether the run starts with a given name."""
        return words.texts[run.start] in self._given

    def _may_start(self, words: TokenLists, at: int) -> bool:
        text = words.texts[at]
        if text in self._calendar:
            return False
        return (words.is_name(at) or _is_irish(text)) and (
            text[-1:].isalpha() or text[1:2] == "." or text.endswith(".")
        )

    def _bridge(self, words: TokenLists, stretch: Stretch, at: int, taken: dict[int, int]) -> int | None:
        """The end of the run if small words at `at` join it to another proper noun."""
        end = at
        while end < stretch.end and end - at < 4:
            if end in taken:
                return None
            if words.lowers[end] in self._particles or words.texts[end] == "-":
                end += 1
                continue
            break
        tight = any(words.texts[k] == "-" for k in range(at, end))
        if end == at or end >= stretch.end or end in taken:
            return None
        if tight and not words.texts[end][:1].isalpha():
            return None
        return end + 1 if words.is_name(end) else None


def _is_irish(text: str) -> bool:
    """Whether a word is like "O'Hara" or "D'Amato", which taggers take for many things."""
    return len(text) > 3 and text[0].isupper() and text[1] in "'’" and text[2].isupper()


class NamedRun(Struct, frozen=True):
    """A person or body that a report names: its words and identifier."""

    words: tuple[str, ...]
    id: str


class Registry:
    """Names of one report.  A name stands for the longest name that holds its words in order."""

    def __init__(self, names: Iterable[tuple[str, ...]], known: Iterable[tuple[str, str]]) -> None:
        """`names` are the names the report evidences; `known` pairs of gazetteer name and identifier."""
        self._named: list[NamedRun] = []
        self._folded: dict[str, str] = {}
        self._by_word: dict[str, list[NamedRun]] = {}
        for name, identifier in known:
            self._add(NamedRun(tuple(name.split()), identifier))
        distinct = dict.fromkeys(names)
        for words in sorted(distinct, key=len, reverse=True):
            if self.find(words) is None:
                self._add(NamedRun(words, slug(" ".join(words))))

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

    def _add(self, named: NamedRun) -> None:
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
