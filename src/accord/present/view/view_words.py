"""What a view is worded and marked by: kinds of value, words of order, words for stances."""

from __future__ import annotations

from itertools import combinations

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.value_kinds import Kinds
from accord.text.numbers import Numbers
from accord.vocabulary import PACKAGED, Vocabulary, either

_STANCES = "en/statements/stances.json"


class OrderPhrases(Struct, frozen=True):
    """What is used here of the vocabulary of order."""

    connectives: dict[str, str]
    verbs: dict[str, str]
    adverbs: dict[str, str]
    same_day: tuple[str, ...]
    next_day: tuple[str, ...]
    previous_day: tuple[str, ...]
    units: dict[str, tuple[float, ...]]

    def pattern(self) -> str:
        """A pattern for phrases of order ("two days later", "following"), longer ones first."""
        length = rf"(?:\w+\s+(?:{either(self.units)})s?\s+)?"
        phrases = either([*self.same_day, *self.next_day, *self.previous_day])
        verbs = rf"(?:{either(self.verbs)})(?:s|d|ed|ing)?"
        return rf"{phrases}|{length}(?:{either([*self.adverbs, *self.connectives])})|{verbs}"


class StanceWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words, or beginnings of words, of cues that tell what someone wants or thinks, not what they say."""

    words: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> StanceWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken, or a stem is empty and so begins every word.
        """
        found = vocabulary.read(_STANCES, cls)
        if "" in found.stems:
            raise VocabularyError(f"vocabulary file {_STANCES}: a stem is empty; take it out")
        return found

    def tells(self, word: str) -> bool:
        """Whether a word, in lower case, tells a stance."""
        return word in self.words or word.startswith(self.stems)


class ViewWords(Struct, frozen=True):
    """The vocabulary of a view.

    `kinds` are the kinds of value that claims are of, `stances` tell cues of speech from others,
    `order_pattern` finds phrases of order in any case, and `numbers` reads amounts.
    """

    kinds: Kinds
    stances: StanceWords
    order_pattern: str
    numbers: Numbers

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED, *, kinds: Kinds | None = None) -> ViewWords:
        """Read the vocabulary; `kinds` where there are others than Accord's own.

        Raises:
            VocabularyError: a file is broken.
        """
        order = vocabulary.read("en/times/orders.json", OrderPhrases)
        return cls(
            kinds or Kinds.load(vocabulary),
            StanceWords.load(vocabulary),
            order.pattern(),
            Numbers.load(vocabulary),
        )

    def amount(self, told: str) -> tuple[float | None, str]:
        """The number that the words of an amount give, None where they give none, and what it is of.

        "about 40 diplomats" is 40 of "diplomats"; what is of one sort has the same last word.
        """
        words = told.casefold().replace("-", " ").split()
        stretches = sorted(combinations(range(len(words) + 1), 2), key=lambda ends: ends[0] - ends[1])
        for start, end in stretches:
            number = self.numbers.read(" ".join(words[start:end]))
            if number is not None:
                return number, words[-1] if end < len(words) else ""
        return None, ""
