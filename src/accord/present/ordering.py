"""The words by which a text puts one event before another, for marking them in a quotation."""

from __future__ import annotations

import re

from msgspec import Struct

from accord import vocabulary


class OrderWords(Struct, frozen=True):
    """What is used here of the vocabulary of order."""

    connectives: dict[str, str]
    verbs: dict[str, str]
    adverbs: dict[str, str]
    same_day: tuple[str, ...]
    next_day: tuple[str, ...]
    previous_day: tuple[str, ...]
    units: dict[str, tuple[float, ...]]


def order_pattern() -> str:
    """A pattern for phrases of order ("two days later", "following"), longer ones first."""
    words = vocabulary.read("orders.json", OrderWords)
    length = rf"(?:\w+\s+(?:{_either(words.units)})s?\s+)?"
    phrases = _either([*words.same_day, *words.next_day, *words.previous_day])
    verbs = rf"(?:{_either(words.verbs)})(?:s|d|ed|ing)?"
    return rf"{phrases}|{length}(?:{_either([*words.adverbs, *words.connectives])})|{verbs}"


def _either(words: list[str] | dict[str, tuple[float, ...]] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
