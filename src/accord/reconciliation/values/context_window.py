"""The words around a value in its sentence: content words and names, nearest first."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from rapidfuzz.distance import Prefix

from accord.grouping.terms import Weigher
from accord.records import Sentence

WORD = re.compile(r"[^\W\d_]{3,}")
# Enough of a word to tell it, without its ending.
STEM = 6
# Enough of a word to tell whether it is one of the sentence's content lemmas.
_START = 3
# The share of news reports that hold a word not known to be common.
_SHARE = 0.003
_REACH = 8
_NEXT_TO = 3
_NAMES_NEAR = 5
# How much less a word counts the further from the value it stands, and how much more a name does.
_FADING = 0.35
_NAMES_COUNT = 1.5


class ContentWord(Struct, frozen=True):
    """A content word of a sentence; `stem` is the start of it as written."""

    start: int
    stem: str
    is_name: bool
    lemma: str


def words_of(text: str, sentence: Sentence, no_names: frozenset[str]) -> list[ContentWord]:
    """The content words of a sentence, in order; stems in `no_names` have a capital and name nobody."""
    content: dict[str, list[str]] = defaultdict(list)
    for term in sentence.terms:
        content[term[:_START]].append(term)
    found: list[ContentWord] = []
    for match in WORD.finditer(text, sentence.start, sentence.end):
        word = match[0].casefold()
        stem = word[:STEM]
        named = match[0].isupper() or (match[0][0].isupper() and match.start() > sentence.start)
        is_name = named and stem not in no_names
        lemmas = content.get(stem[:_START])
        if is_name or lemmas:
            lemma = max(lemmas or (word,), key=lambda term: (Prefix.similarity(term, word), -len(term)))
            found.append(ContentWord(match.start(), stem, is_name, lemma))
    return found


class ContextWindow(Struct, frozen=True):
    """The words before a value and after it in its sentence, nearest first."""

    before: Sequence[ContentWord]
    after: Sequence[ContentWord]

    @classmethod
    def of(cls, words: Sequence[ContentWord], start: int, end: int) -> ContextWindow:
        """The words of a sentence around the characters `start` to `end`."""
        return cls(
            [word for word in words if word.start < start][::-1],
            [word for word in words if word.start >= end],
        )

    def around(self) -> dict[str, float]:
        """The stems near the value with how near they stand; names count more."""
        return self._weighed(lambda word: _NAMES_COUNT if word.is_name else 1.0)

    def telling(self, weigher: Weigher) -> dict[str, float]:
        """The same, weighed by how rare each word is in the news."""
        return self._weighed(lambda word: -math.log(weigher.share(word.lemma) or _SHARE))

    def next_to(self, most: int = _NEXT_TO) -> frozenset[str]:
        """The stems next to the value that are no names."""
        return frozenset(word.stem for word in self._near(most) if not word.is_name)

    def named(self) -> frozenset[str]:
        """The stems of names near the value."""
        return frozenset(word.stem for word in self._near(_NAMES_NEAR) if word.is_name)

    def akin(self, families: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The families of all acts told near the value."""
        near = (word for word in self._near(_NAMES_NEAR) if not word.is_name)
        return frozenset(name for word in near for name in families.get(word.lemma, ()))

    def nearest(self, families: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The families of the act told nearest to the value."""
        near = [
            (at, word)
            for side in (self.before, self.after)
            for at, word in enumerate(side[:_REACH])
            if not word.is_name and word.lemma in families
        ]
        return families[min(near, key=lambda found: found[0])[1].lemma] if near else frozenset()

    def first_after(self) -> str:
        """The stem of the next word after the value, or ""."""
        return self.after[0].stem if self.after else ""

    def classes_after(self, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The classes of the first of the next words after the value that has any."""
        lemmas = [word.lemma for word in self.after[:_NEXT_TO]]
        return next((classes[lemma] for lemma in lemmas if lemma in classes), frozenset())

    def _near(self, most: int) -> Iterator[ContentWord]:
        yield from self.before[:most]
        yield from self.after[:most]

    def _weighed(self, weight_of: Callable[[ContentWord], float]) -> dict[str, float]:
        near: dict[str, float] = {}
        for side in (self.before, self.after):
            for distance, word in enumerate(side[:_REACH]):
                weight = weight_of(word) / (1 + _FADING * distance)
                near[word.stem] = max(near.get(word.stem, 0.0), weight)
        return near
