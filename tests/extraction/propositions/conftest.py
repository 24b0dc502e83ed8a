"""Reads the propositions of a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from accord.extraction.extractor import Extractor
from accord.extraction.parse.words import words_of
from accord.records import Report
from propositions import Tell, Told

if TYPE_CHECKING:
    from spacy.tokens import Token


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
def words(extractor: Extractor) -> Callable[[str], Sequence[Token]]:
    """`words(text)`: the words of its parse."""

    def parsed(text: str) -> Sequence[Token]:
        return words_of(extractor.parser.parse(text))

    return parsed
