"""What values are read by: words around them, families of words for acts, classes of counted things."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from accord.grouping.terms import Weigher
from accord.reconciliation.coreference.word_families import ActWords
from accord.reconciliation.values.calendar_words import CalendarWords
from accord.reconciliation.values.context_window import STEM
from accord.vocabulary import PACKAGED, Vocabulary, either


class _SlotWordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    reporting: frozenset[str]
    relative: frozenset[str]
    limits: frozenset[str]
    measures: frozenset[str]
    definite: frozenset[str]
    bounds: tuple[str, ...]
    parts: tuple[str, ...]
    owners: tuple[str, ...]
    scales: tuple[str, ...]
    ages: tuple[str, ...]
    days_of_text: tuple[str, ...]
    this: tuple[str, ...]


class ValueWords(Struct, frozen=True):
    """The vocabulary of values.

    `reporting` are the stems of words of reporting, which do not tell what a value is of; `relative` words
    make a figure one beside others, `limits` make a date a bound, `measures` are units that count nothing,
    `numbers` are words for numbers, and `definite` words before a figure count what is known ("the two
    sides"). `bound` finds what only bounds a figure ("more than"), `whole_of` what makes one the whole that
    another is a part of ("28 of 41 passes"), `compound` a number written as one with what it counts
    ("7-yard"), and `explained` words for the text's own day with a bracket behind..  `calendar` names months
    and days; `families` are those of the words for acts, but for verbs that tell of none, `classes` those of
    the nouns for counted things; `weigher` tells how rare a word is in the news.
    """

    reporting: frozenset[str]
    relative: frozenset[str]
    limits: frozenset[str]
    measures: frozenset[str]
    numbers: frozenset[str]
    definite: frozenset[str]
    bound: re.Pattern[str]
    whole_of: re.Pattern[str]
    compound: re.Pattern[str]
    explained: re.Pattern[str]
    calendar: CalendarWords
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
            definite=file.definite,
            bound=re.compile(rf"\b(?:{either(file.bounds)})\b", re.IGNORECASE),
            whole_of=re.compile(rf"\b(?:\d+|{either(file.parts)}) of (?:(?:{either(file.owners)}) )?$"),
            compound=re.compile(
                rf"(?<=\w)\s?-\s?(?!{either(file.scales)})[a-z]{{3,}}\b(?!-)|-(?:{either(file.ages)})\b"
            ),
            explained=re.compile(
                rf"\b({either(file.days_of_text)}|(?:{either(file.this)}) \w+)\s*\($", re.IGNORECASE
            ),
            calendar=CalendarWords.load(vocabulary),
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
