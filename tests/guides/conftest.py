"""A guide to the missions in Norway, read from a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from accord.extraction.extractor import Extractor
from accord.guides import (
    lists,
    prose,
)
from accord.guides.act_wordings import Words
from accord.guides.bilateral import Sides
from accord.guides.history import (
    History,
    MissionReader,
)
from accord.guides.mission_acts import Act
from accord.records import (
    Reading,
    Report,
)

Told = tuple[str, str | None, str]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Callable[..., Reading]:
    """`read(text, id="guide", title=None)`: the Reading of a text."""

    def read_text(text: str, id: str = "guide", title: str | None = None) -> Reading:
        return extractor.extract(Report(id, text, sha256(text.encode()).hexdigest(), title=title))

    return read_text


@pytest.fixture(scope="session")
def acts(read: Callable[..., Reading]) -> Callable[..., tuple[Act, ...]]:
    """`acts(text, host="Norway")`: what a guide in prose, or a list, tells of the missions of the USA."""
    words = Words.load()

    def acts_of(text: str, host: str = "Norway") -> tuple[Act, ...]:
        reading = read(text)
        reader = lists.acts if lists.is_list(reading) else prose.acts
        return reader(reading, Sides.of(host), words)

    return acts_of


@pytest.fixture(scope="session")
def history(read: Callable[..., Reading]) -> Callable[..., History]:
    """`history(text, ...)`: the mission in Norway from one guide a text."""
    reader = MissionReader.load()

    def history_of(*texts: str, host: str = "Norway") -> History:
        readings = [read(text, id=f"guide-{number}") for number, text in enumerate(texts)]
        return reader.history(readings, host)

    return history_of
