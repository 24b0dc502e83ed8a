"""Finds statements in a text; makes a cast out of names the text holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.extraction.statements.finder import StatementFinder
from accord.records import (
    ActorMention,
    Entity,
    EntityKind,
    Statement,
)

Find = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def finder() -> StatementFinder:
    return StatementFinder.load()


@pytest.fixture(scope="session")
def find(finder: StatementFinder, parse: Callable[..., Parsed]) -> Find:
    """`find(text, **people)`: statements of `text`; each keyword is an id, its value (kind, name, ...)."""

    def find_in(text: str, **cast: tuple[EntityKind, str]) -> tuple[Statement, ...]:
        entities = tuple(Entity(id=i, name=name, kind=kind) for i, (kind, name) in cast.items())
        mentions = [
            ActorMention(at, at + len(e.name), e.name, e.id)
            for e in entities
            for at in range(len(text))
            if text.startswith(e.name, at)
        ]
        return finder.find(parse(text), Cast(entities, tuple(sorted(mentions, key=lambda m: m.start))))

    return find_in
