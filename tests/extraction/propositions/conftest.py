"""Reads the propositions of a text, and shows them by their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, cast

import pytest

from accord.extraction.extractor import Extractor
from accord.extraction.parse.words import words_of
from accord.records import ArgumentRole, Proposition, Reading, Report
from msgspec import Struct

if TYPE_CHECKING:
    from spacy.tokens import Token


class Told(Struct, frozen=True):
    """A reading with its propositions by their words."""

    reading: Reading

    def __getitem__(self, text: str) -> Proposition:
        """The one proposition with those words."""
        (found,) = (p for p in self.reading.propositions if p.text == text)
        return found

    @property
    def predicates(self) -> list[str]:
        """The words of every proposition, in order."""
        return [p.text for p in self.reading.propositions]

    def arguments(self, text: str, role: ArgumentRole) -> list[str]:
        """The arguments in a role of the proposition with those words."""
        return [self.reading.text[a.start : a.end] for a in self[text].arguments if a.role == role]


Tell = Callable[[str], Told]
Words = Callable[[str], Sequence["Token"]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture(scope="session")
def tell(extractor: Extractor) -> Tell:
    """`tell(text)`: what a report of that text tells."""

    def told(text: str) -> Told:
        return Told(extractor.extract(Report("r", text, sha256(text.encode()).hexdigest())))

    return told


@pytest.fixture(scope="session")
def words(extractor: Extractor) -> Words:
    """`words(text)`: the words of its parse."""

    def parsed(text: str) -> Sequence[Token]:
        return words_of(extractor.parser.parse(text))

    return cast("Words", parsed)
