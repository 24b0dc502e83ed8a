"""Mentions by the tokens that they cover."""

from __future__ import annotations

from collections.abc import Callable

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.mentions import Mentions
from accord.records import ActorMention, Entity


def _mentions(parse: Callable[..., Parsed], text: str, *named: tuple[str, str, str]) -> Mentions:
    """Mentions of `text`: words, kind of entity, form; an entity is called by its words."""
    entities = tuple(Entity(words, words, kind) for words, kind, _ in named)  # type: ignore[arg-type]
    spans = [(text.index(words), words, form) for words, _, form in named]
    mentions = tuple(ActorMention(a, a + len(w), w, w, form=form) for a, w, form in sorted(spans))  # type: ignore[arg-type]
    return Mentions.of(TokenTree.of(parse(text).doc), Cast(entities, mentions))


def test_a_mention_is_found_by_each_of_its_words(parse: Callable[..., Parsed]) -> None:
    found = _mentions(parse, "Ana Maria Ruiz spoke.", ("Ana Maria Ruiz", "person", "name"))
    assert list(found.persons()) == [2]
    assert found.first(2) == 0
    assert [found.covering(i) is not None for i in range(4)] == [True, True, True, False]


def test_pronouns_are_left_out(parse: Callable[..., Parsed]) -> None:
    found = _mentions(
        parse, "Ana Ruiz said she spoke.", ("Ana Ruiz", "person", "name"), ("she", "person", "pronoun")
    )
    assert list(found.persons()) == [1]


def test_an_office_is_no_name(parse: Callable[..., Parsed]) -> None:
    found = _mentions(parse, "The mayor spoke.", ("mayor", "person", "title"))
    assert found.is_person(1)
    assert not found.is_named_person(1)


def test_the_name_of_who_holds_an_office(parse: Callable[..., Parsed]) -> None:
    for text, at in (
        ("Mayor Ilir Marku spoke.", 2),
        ("The mayor, Ilir Marku, spoke.", 4),
        ("The mayor spoke.", None),
    ):
        word = "Mayor" if text.startswith("Mayor") else "mayor"
        found = _mentions(parse, text, (word, "person", "title"))
        assert found.unknown_holder(next(iter(found.heads))) == at
