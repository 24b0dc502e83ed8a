"""Runs of proper nouns outside the lexicon, and whether they name a person or a body."""

from __future__ import annotations

from msgspec import Struct

from accord.extract.actors.vocabularies import NameWords, Suffixes
from accord.extract.actors.words import Stretch, Words

_LONGEST = 7


class Run(Struct, frozen=True):
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

    def run_at(self, words: Words, stretch: Stretch, start: int, taken: dict[int, int]) -> Run | None:
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
        return Run(start, end)

    def suffix_of(self, words: Words, run: Run) -> Suffixes | None:
        """What the last word of the run tells it is, if it tells."""
        return self._suffixes.get(words.texts[run.end - 1])

    def has_given_name(self, words: Words, run: Run) -> bool:
        """Whether the run starts with a given name."""
        return words.texts[run.start] in self._given

    def _may_start(self, words: Words, at: int) -> bool:
        text = words.texts[at]
        if text in self._calendar:
            return False
        return (words.is_name(at) or _is_irish(text)) and (
            text[-1:].isalpha() or text[1:2] == "." or text.endswith(".")
        )

    def _bridge(self, words: Words, stretch: Stretch, at: int, taken: dict[int, int]) -> int | None:
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
