"""Finds how a report words an actor: "regime", "government", "group", or the plain name."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.records import EntityKind, Label
from accord.vocabulary import PACKAGED, Vocabulary

PLAIN = "name"

_WORD = re.compile(r"[^\W_]+")


class _LabelKind(Struct, frozen=True):
    label: str
    words: tuple[str, ...]


class _LabelWords(Struct, frozen=True):
    """labels.json: kinds of wording with their words, and the kinds of entity that are labelled."""

    kinds: tuple[_LabelKind, ...]
    actors: tuple[EntityKind, ...]


class LabelFinder(Struct, frozen=True):
    """Finds the words chosen for states, governments and groups."""

    labels: dict[tuple[str, ...], str]
    longest: int
    actors: frozenset[EntityKind]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> LabelFinder:
        """Read labels.json.

        Raises:
            VocabularyError: the file is missing or not of its shape.
        """
        read = vocabulary.read("en/actors/labels.json", _LabelWords)
        labels = {tuple(w.split()): kind.label for kind in read.kinds for w in kind.words}
        return cls(labels, max(map(len, labels)), frozenset(read.actors))

    def find(self, parsed: Parsed, cast: Cast) -> tuple[Label, ...]:
        """One label a mention of a state, government or group, in order; pronouns have none."""
        found = []
        for mention in cast.mentions:
            if mention.form == "pronoun" or cast.by_id[mention.actor].kind not in self.actors:
                continue
            label = self._label(mention.text)
            found.append(Label(mention.start, mention.end, mention.text, mention.actor, label))
        return tuple(found)

    def _label(self, text: str) -> str:
        """The kind of the longest words of `text` that the vocabulary holds, the last of equals."""
        words = tuple(word.lower() for word in _WORD.findall(text))
        for length in range(min(self.longest, len(words)), 0, -1):
            for start in range(len(words) - length, -1, -1):
                label = self.labels.get(words[start : start + length])
                if label is not None:
                    return label
        return PLAIN
