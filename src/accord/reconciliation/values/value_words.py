"""What values are read by: words around them, families of words for acts, classes of counted things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from accord.grouping.terms import Weigher
from accord.reconciliation.coreference.word_families import ActWords
from accord.reconciliation.values.context_window import STEM
from accord.vocabulary import PACKAGED, Vocabulary


class _SlotWordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    reporting: frozenset[str]
    relative: frozenset[str]
    limits: frozenset[str]
    measures: frozenset[str]


class ValueWords(Struct, frozen=True):
    """The vocabulary of values.

    `reporting` are the stems of words of reporting, which do not tell what a value is of; `relative` words
    make a figure one beside others, `limits` make a date a bound, `measures` are units that count nothing,
    `numbers` are words for numbers; `families` are those of the words for acts, but for verbs that tell of
    none, `classes` those of the nouns for counted things; `weigher` tells how rare a word is in the news.
    """

    reporting: frozenset[str]
    relative: frozenset[str]
    limits: frozenset[str]
    measures: frozenset[str]
    numbers: frozenset[str]
    families: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]
    weigher: Weigher

    @classmethod
    def load(
        cls,
        vocabulary: Vocabulary = PACKAGED,
        *,
        acts: ActWords | None = None,
        weigher: Weigher | None = None,
    ) -> ValueWords:
        """Read the vocabulary; `acts` and `weigher` where they have been read already.

        Raises:
            VocabularyError: a file is broken.
        """
        file = vocabulary.read("en/quantities/slot_words.json", _SlotWordsFile)
        numbers = vocabulary.read("en/quantities/numbers.json", dict[str, dict[str, float]])
        return cls(
            reporting=frozenset(word[:STEM] for word in file.reporting),
            relative=file.relative,
            limits=file.limits,
            measures=file.measures,
            numbers=frozenset(word for group in numbers.values() for word in group),
            families=_families(acts or ActWords.load(vocabulary)),
            classes=_classes(vocabulary.read("en/quantities/counted.json", dict[str, tuple[str, ...]])),
            weigher=weigher or Weigher.load(vocabulary),
        )


def _families(acts: ActWords) -> Mapping[str, frozenset[str]]:
    """The families of words for acts; light and reporting verbs tell of no act."""
    told = acts.light | acts.reporting
    return {word: names for word, names in acts.families.items() if word not in told}


def _classes(file: Mapping[str, tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
    """The classes of things that nouns name."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, nouns in file.items():
        for noun in nouns:
            classes[noun].add(name)
    return {noun: frozenset(names) for noun, names in classes.items()}
