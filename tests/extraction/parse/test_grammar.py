"""Who does what to whom, through passives, control, conjunction and relative clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from spacy.tokens import Doc, Token

from accord.extraction.parse.grammar import Grammar
from accord.extraction.parse.parsed import Parsed

Parse = Callable[..., Parsed]


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load()


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Peru recalled its envoy.", "recalled", ["Peru"]),
        ("The envoy was recalled by Peru.", "recalled", ["Peru"]),
        ("The envoy was recalled on Monday.", "recalled", []),
        ("Peru promised to close the embassy.", "close", ["Peru"]),
        ("Peru asked Chile to close the embassy.", "close", ["Chile"]),
        ("Peru called on Chile to help.", "help", ["Chile"]),
        ("Peru recalled its envoy and closed the embassy.", "closed", ["Peru"]),
        ("Peru, which recalled its envoy, is silent.", "recalled", ["Peru"]),
        ("Peru became the first country to recognise it.", "recognise", ["country"]),
    ],
)
def test_who_does_it(parse: Parse, grammar: Grammar, text: str, verb: str, subjects: list[str]) -> None:
    assert [t.text for t in grammar.subjects(word(parse(text).doc, verb))] == subjects


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("Peru recalled its envoy.", "recalled", ["envoy"]),
        ("The envoy was recalled by Peru.", "recalled", ["envoy"]),
        ("Peru signed and ratified the treaty.", "signed", ["treaty"]),
        ("Peru waited.", "waited", []),
    ],
)
def test_whom_it_is_done_to(parse: Parse, grammar: Grammar, text: str, verb: str, objects: list[str]) -> None:
    assert [t.text for t in grammar.objects(word(parse(text).doc, verb))] == objects


def test_the_topic_of_a_passive_is_whom_it_is_done_to(parse: Parse, grammar: Grammar) -> None:
    doc = parse("The envoy was recalled by Peru.").doc
    assert [t.text for t in grammar.topics(word(doc, "recalled"))] == ["envoy"]


def test_phrases_are_by_their_preposition(parse: Parse, grammar: Grammar) -> None:
    found = grammar.phrases(word(parse("Peru negotiated with Chile for weeks.").doc, "negotiated"))
    assert {name: [t.text for t in nouns] for name, nouns in found.items()} == {
        "with": ["Chile"],
        "for": ["weeks"],
    }


def test_what_is_done_by_telephone_is_not_done_by_a_telephone(parse: Parse, grammar: Grammar) -> None:
    doc = parse("Peru negotiated by telephone with Chile.").doc
    verb = word(doc, "negotiated")
    assert not grammar.is_passive(verb)
    assert [t.text for t in grammar.phrases(verb)["with"]] == ["Chile"]


def test_the_words_it_asks_after_are_those_it_was_given(parse: Parse, grammar: Grammar) -> None:
    verb = word(parse("Peru promised Chile to close the embassy.").doc, "close")
    assert [t.text for t in grammar.subjects(verb)] == ["Peru"]
    other = Grammar(replace(grammar.words, controlling=frozenset({"swear"})))
    assert [t.text for t in other.subjects(verb)] == ["Chile"]
