"""What a parse tells of a word by itself, without asking what words mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from accord.extraction.parse import clauses
from accord.extraction.parse.parsed import Parsed

Parse = Callable[..., Parsed]


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Peru recalled its envoy.", "Peru"),
        ("The envoy was recalled by Peru.", "envoy"),
        ("That Peru left surprised Chile.", "Peru"),
    ],
)
def test_a_subject_is_one_active_or_passive(parse: Parse, text: str, subject: str) -> None:
    assert [t.text for t in parse(text).doc if clauses.is_subject(t)] == [subject]


def test_conjuncts_are_a_noun_and_those_joined_to_it(parse: Parse) -> None:
    doc = parse("Envoys of Peru, Chile and Bolivia met on Monday.").doc
    assert [t.text for t in clauses.conjuncts(word(doc, "Peru"))] == ["Peru", "Chile", "Bolivia"]


@pytest.mark.parametrize(
    ("text", "verb", "clause"),
    [
        ("Peru asked Chile to leave.", "asked", "leave"),
        ("Peru said that Chile must leave.", "said", "leave"),
        ("Peru left on Monday.", "left", None),
    ],
)
def test_a_complement_is_the_clause_that_a_verb_takes(
    parse: Parse, text: str, verb: str, clause: str | None
) -> None:
    found = clauses.complement(word(parse(text).doc, verb))
    assert (found.text if found is not None else None) == clause


def test_an_infinitive_beside_a_verb_of_going_is_its_purpose(parse: Parse) -> None:
    doc = parse("The envoy flew to Lima to sign the treaty.").doc
    assert clauses.is_infinitive(word(doc, "sign"))
    assert clauses.is_purpose(word(doc, "sign"))
    assert not clauses.is_purpose(word(doc, "flew"))


def test_a_relative_pronoun_stands_for_the_noun_before_it(parse: Parse) -> None:
    doc = parse("Peru, which recalled its envoy, is silent.").doc
    assert clauses.antecedent(word(doc, "which")).text == "Peru"
    assert clauses.antecedent(word(doc, "envoy")).text == "envoy"


def test_never_and_not_negate_a_verb(parse: Parse) -> None:
    doc = parse("Peru never left and Chile stayed.").doc
    assert clauses.is_negated(word(doc, "left"))
    assert not clauses.is_negated(word(doc, "stayed"))
