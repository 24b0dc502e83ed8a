"""Finds statements in a text; makes a cast out of names the text holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.finder import StatementFinder
from accord.extraction.statements.quotation_marks import find_quotations
from accord.extraction.statements.quotes import Quotes
from accord.records import ActorMention, Entity, EntityKind, Statement
from clauses import Clause, ReadClause

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


@pytest.fixture(scope="session")
def clause(finder: StatementFinder, parse: Callable[..., Parsed]) -> ReadClause:
    """`clause(text)`: the text as a tree, with its tokens by their words."""

    def read(text: str) -> Clause:
        tree = TokenTree.of(parse(text).doc)
        at = {text[a:b]: i for i, (a, b) in enumerate(zip(tree.start, tree.end, strict=True))}
        return Clause(tree, at, Quotes.of(tree, find_quotations(text)), finder.lexicon)

    return read
