"""How arguments are cut out: phrases, clauses, adjectives, and what is said of a subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.grammar import Grammar
from accord.extraction.propositions.argument_context import Argument, ArgumentContext
from accord.extraction.propositions.proposition_words import PropositionWords
from accord.extraction.propositions.surroundings import Surroundings

if TYPE_CHECKING:
    from spacy.tokens import Token

Words = Callable[[str], Sequence["Token"]]


@pytest.fixture(scope="module")
def context() -> ArgumentContext:
    words = PropositionWords.load()
    around = Surroundings.of(Cast((), ()), (), (), words.persons)
    return ArgumentContext(words, Grammar.load(), around)


def shown(words: Sequence[Token], argument: Argument) -> tuple[str, str]:
    return argument.role, " ".join(word.text for word in words[argument.first : argument.last + 1])


def word(words: Sequence[Token], text: str) -> Token:
    return next(each for each in words if each.text == text)


def test_a_person_is_whom_and_a_thing_is_what(words: Words, context: ArgumentContext) -> None:
    read = words("They carried the nurse and moved the table.")
    assert shown(read, context.undergoing(word(read, "nurse"))) == ("whom", "the nurse")
    assert shown(read, context.undergoing(word(read, "table"))) == ("what", "the table")


def test_a_verb_is_a_clause(words: Words, context: ArgumentContext) -> None:
    read = words("They escaped by climbing a wall.")
    assert shown(read, context.phrase("manner", word(read, "climbing"))) == ("manner", "climbing a wall")


def test_a_preposition_may_stay(words: Words, context: ArgumentContext) -> None:
    read = words("They left after the vote.")
    found = context.bounded("time", word(read, "after"), word(read, "vote"))
    assert shown(read, found) == ("time", "after the vote")


def test_an_adjective_has_what_stands_before_it(words: Words, context: ArgumentContext) -> None:
    read = words("The road was very narrow.")
    assert shown(read, context.adjective("what", word(read, "narrow"))) == ("what", "very narrow")


def test_a_state_is_neither_place_nor_time(words: Words, context: ArgumentContext) -> None:
    read = words("He was in custody in the town.")
    assert context.around.is_state(word(read, "custody"))
    assert not context.around.is_state(word(read, "town"))
