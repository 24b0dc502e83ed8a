"""Whose a happening is that a noun tells of, what was done to whom, and who an apposition is said of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import children, is_verb, lemma_of
from accord.extraction.propositions.argument_context import Argument, ArgumentContext
from accord.extraction.propositions.predicates import Predicate
from accord.records import ArgumentRole

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = ("compound", "amod", "nmod")


def noun_arguments(noun: Token, context: ArgumentContext) -> Iterator[Argument]:
    """The arguments of a noun of happening, also of the one that a light verb carries."""
    phrases = context.grammar.phrases(noun)
    file = context.words.file
    yield from _owners(noun, phrases, context)
    for subject in phrases.get("in", ()) if lemma_of(noun) in file.changes else ():
        if not context.around.is_time(subject) and not context.around.is_place(subject):
            yield context.phrase("who", subject)
    for party in (*phrases.get("by", ()), *phrases.get("between", ())):
        yield context.phrase("who", party)
    for preposition in sorted((file.receiving | file.topics) & phrases.keys()):
        for other in phrases[preposition]:
            if preposition != "of" and not context.around.is_time(other) and not is_verb(other):
                yield context.phrase(_aim(preposition, other, context), other)
    yield from _beside(noun, context)


def _owners(noun: Token, phrases: Mapping[str, list[Token]], context: ArgumentContext) -> Iterator[Argument]:
    """Whose it is, or what it was done to: "the takeover of", "his arrest"."""
    file, lemma, themes = context.words.file, lemma_of(noun), phrases.get("of", [])
    for theme in themes:
        if not context.around.is_time(theme):
            yield context.undergoing(theme) if lemma in file.deeds else context.phrase("who", theme)
    undergone = lemma in file.undergone and not themes and "by" not in phrases
    for owner in children(noun, "poss"):
        if owner.tag_ == "WP$":
            owner = _antecedent(owner)
        if not context.around.is_time(owner):
            yield context.undergoing(owner) if undergone else context.phrase("who", owner)


def _antecedent(relative: Token) -> Token:
    """The noun that "whose" stands for."""
    token = relative
    while token.head is not token:
        if token.dep_ == "relcl":
            return token.head
        token = token.head
    return relative


def _aim(preposition: str, noun: Token, context: ArgumentContext) -> ArgumentRole:
    """What "on", "over" and the like bring in behind a noun: a place by its name, else what it is about."""
    if preposition in context.words.file.receiving:
        return "to"
    if preposition in {"into", "for"}:
        return "what"
    if context.around.is_place(noun) and preposition in context.words.file.locative:
        return "place"
    return "of"


def _beside(noun: Token, context: ArgumentContext) -> Iterator[Argument]:
    """Who or what stands right before the noun: "the Russian invasion", "bus crash"."""
    for child in children(noun, *_BESIDE):
        if context.around.is_time(child) or child.i > noun.i:
            continue
        if child.dep_ == "amod" and not child.text[:1].isupper():
            continue
        if context.around.places.at(child.idx) is not None:
            yield Argument("place", child.left_edge.i, child.i)
        elif child.dep_ == "amod" or context.around.cast.covering(child) is not None:
            yield Argument("who", child.left_edge.i, child.i)
        else:
            yield Argument("of", child.left_edge.i, child.i)


def apposition_arguments(predicate: Predicate, context: ArgumentContext) -> Iterator[Argument]:
    """Whom an apposition is said of, where they are or come from, and what it is about."""
    noun = predicate.word
    yield context.phrase("who", noun.head)
    for preposition, nouns in sorted(context.grammar.phrases(noun).items()):
        for other in nouns:
            if context.around.is_time(other) or preposition == "of":
                continue
            if preposition in context.words.file.topics - context.words.file.locative:
                yield context.phrase("of", other)
            elif preposition == "from" or preposition in context.words.file.locative:
                yield context.phrase("place", other)
