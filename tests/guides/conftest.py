"""A guide to the missions in Norway, read from a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from accord.extraction.extractor import Extractor
from accord.guides import GuideReader, MissionHistory, lists, prose
from accord.guides.bilateral import Sides
from accord.guides.mission_acts import MissionAct
from accord.records import Reading, Report

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
def guide_reader() -> GuideReader:
    return GuideReader.load()


@pytest.fixture(scope="session")
def acts(read: Callable[..., Reading], guide_reader: GuideReader) -> Callable[..., tuple[MissionAct, ...]]:
    """`acts(text, host="Norway")`: what a guide in prose, or a list, tells of the missions of the USA."""
    words = guide_reader.words

    def acts_of(text: str, host: str = "Norway") -> tuple[MissionAct, ...]:
        reading = read(text)
        reader = lists.acts if lists.is_list(reading, words) else prose.acts
        return reader(reading, Sides.of(host, "USA", guide_reader.states), words)

    return acts_of


@pytest.fixture(scope="session")
def history(read: Callable[..., Reading], guide_reader: GuideReader) -> Callable[..., MissionHistory]:
    """`history(text, ...)`: the mission in Norway from one guide a text."""

    def history_of(*texts: str, host: str = "Norway") -> MissionHistory:
        readings = [read(text, id=f"guide-{number}") for number, text in enumerate(texts)]
        return guide_reader.history(readings, host, "USA")

    return history_of
