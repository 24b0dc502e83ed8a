"""The cast of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.finder import ActorFinder
from accord.extraction.parse.parsed import Parsed


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


@pytest.fixture(scope="module")
def cast(finder: ActorFinder, parse: Callable[..., Parsed]) -> Callable[[str], Cast]:
    return lambda text: finder.find(parse(text))
