"""Where, when, how, why and what for: the phrases, clauses and adverbs beside a predicate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import antecedent, children, is_purpose, is_verb, lemma_of
from accord.extraction.propositions.argument_context import Argument, ArgumentContext
from accord.extraction.propositions.phrases import clause
from accord.extraction.propositions.predicates import SAID_OF
from accord.records import ArgumentRole

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASES = frozenset({"prep", "agent"})
_AT = frozenset({"in", "at", "near"})
_PREDICATED = frozenset({"oprd", "acomp"})


def adjuncts(host: Token, context: ArgumentContext) -> Iterator[Argument]:
    """The adjuncts of a verb or noun; times that a time expression tells are tied elsewhere."""
    verbal = is_verb(host)
    if verbal and host.dep_ == "relcl" and any(c.lower_ == "where" for c in host.children):
        yield context.phrase("place", host.head)
    for child in host.children:
        if child.dep_ in _PHRASES:
            yield from _phrase(host, child, context)
        elif not verbal:
            continue
        elif child.dep_ == "advmod":
            yield from _adverb(child, context)
        elif child.dep_ == "advcl":
            yield from _clause(child, context)
        elif child.dep_ in _PREDICATED and not is_verb(child):
            for phrase in children(child, "prep"):
                yield from _phrase(host, phrase, context)


def _phrase(host: Token, phrase: Token, context: ArgumentContext) -> Iterator[Argument]:
    outer = phrase.lower_
    for child in phrase.children:
        if child.dep_ == "pobj":
            if not context.around.is_time(child):
                yield from _noun(host, phrase, child, outer, context)
        elif child.dep_ in {"prep", "pcomp"} and child.pos_ == "ADP":
            for noun in children(child, "pobj"):
                if not context.around.is_time(noun):
                    yield from _noun(host, phrase, noun, outer, context)
        elif child.dep_ == "pcomp" and is_verb(child):
            yield from _gerund(phrase, child, context)


def _noun(
    host: Token, phrase: Token, noun: Token, preposition: str, context: ArgumentContext
) -> Iterator[Argument]:
    file = context.words.file
    if lemma_of(noun) in file.periods:
        yield (
            context.bounded("time", phrase, noun)
            if preposition in file.kept
            else context.phrase("time", noun)
        )
        return
    if context.around.is_figure(noun) or (_is_linking(host, context) and context.around.is_state(noun)):
        return
    noun = antecedent(noun)
    if preposition in file.causes or (preposition == "over" and lemma_of(noun) in context.words.happenings):
        yield context.phrase("cause", noun)
    elif preposition in file.when:
        if not context.around.is_person(noun):
            yield context.bounded("time", phrase, noun)
    elif preposition == "from" and is_verb(host):
        yield context.phrase("of" if context.around.is_known(noun) else "place", noun)
    elif preposition == "in" and lemma_of(noun) in file.ways:
        yield context.bounded("manner", phrase, noun)
    else:
        role = _of_verb(host, noun, preposition, context) if is_verb(host) else None
        if not is_verb(host) and preposition in file.locative:
            role = "place" if preposition in _AT or context.around.is_place(noun) else None
        if role is not None:
            yield context.phrase(role, noun)


def _of_verb(host: Token, noun: Token, preposition: str, context: ArgumentContext) -> ArgumentRole | None:
    """The role of a noun behind a preposition beside a verb."""
    file, around = context.words.file, context.around
    if preposition == "to":
        return "place" if around.places.at(noun.idx) is not None else "to"
    if preposition == "by" and context.grammar.is_passive(host):
        return None
    lemma = lemma_of(host)
    if preposition == "with" and (lemma in file.laden or lemma in file.counterparts):
        return "what" if lemma in file.laden else "to"
    if preposition in file.means:
        return "manner"
    if preposition in file.receiving or preposition in file.goals:
        return "to"
    if preposition == "on" and lemma in file.about:
        return "what"
    if preposition == "for":
        if noun.lower_.endswith("ing"):
            return "cause"
        return "what" if lemma in file.asking else "to" if around.is_person(noun) else "of"
    if preposition in file.locative:
        return "place"
    if preposition in file.topics:
        return "of"
    return "what" if preposition == "as" else None


def _is_linking(host: Token, context: ArgumentContext) -> bool:
    """Whether a copula has nothing else that it says of its subject."""
    linking = is_verb(host) and lemma_of(host) in context.words.file.linking
    return linking and not children(host, *SAID_OF)


def _gerund(phrase: Token, verb: Token, context: ArgumentContext) -> Iterator[Argument]:
    file, preposition = context.words.file, phrase.lower_
    if preposition in file.means:
        yield context.phrase("manner", verb)
    elif preposition in file.causes or preposition == "for":
        yield context.phrase("cause", verb)
    elif preposition in file.when:
        yield context.bounded("time", phrase, verb)
    else:
        yield context.phrase("what", verb)


def _adverb(adverb: Token, context: ArgumentContext) -> Iterator[Argument]:
    file, word = context.words.file, adverb.lower_
    if word in context.grammar.words.homeward:
        yield Argument("to", adverb.i, adverb.i)
    elif word in file.places:
        yield Argument("place", adverb.left_edge.i, adverb.i)
    elif word.endswith("ly") and word not in file.not_manner and not context.around.is_time(adverb):
        yield Argument("manner", adverb.left_edge.i, adverb.i)


def _clause(verb: Token, context: ArgumentContext) -> Iterator[Argument]:
    file = context.words.file
    marks = {c.lower_ for c in verb.children if c.i < verb.i and (c.dep_ == "mark" or c.tag_ == "WRB")}
    if is_purpose(verb) or ("so" in marks and "that" in marks):
        yield Argument("purpose", *clause(verb))
    elif marks & file.time_marks:
        yield Argument("time", *clause(verb, file.time_marks))
    elif marks & file.cause_marks:
        yield Argument("cause", *clause(verb))
