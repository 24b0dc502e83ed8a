"""The cast of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extract.actors import ActorFinder, Cast
from accord.extract.parsed import Parsed


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


@pytest.fixture(scope="module")
def cast(finder: ActorFinder, parse: Callable[..., Parsed]) -> Callable[[str], Cast]:
    return lambda text: finder.find(parse(text))
