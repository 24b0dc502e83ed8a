"""Who does what to whom, of verbs, light verbs and copulas: deep roles, whatever the voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import antecedent, children, is_infinitive, is_verb, lemma_of
from accord.extraction.propositions.argument_context import Argument, ArgumentContext
from accord.extraction.propositions.predicates import SAID_OF, Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token


def verb_arguments(predicate: Predicate, context: ArgumentContext) -> Iterator[Argument]:
    """Doer, undergoer, recipient and what is said, of a verb alone or with its noun."""
    verb = predicate.word
    yield from _doers(verb, context)
    datives: list[Token] = []
    small: list[Token] = []
    for child in verb.children:
        if child.dep_ == "dative":
            nouns = [child] if child.pos_ != "ADP" else children(child, "pobj")
            datives.extend(antecedent(noun) for noun in nouns)
        elif child.dep_ == "ccomp" and _is_small(child):
            small.extend(children(child, "nsubj"))
    yield from _undergoers(predicate, datives, small, context)
    for noun in datives:
        yield context.phrase("to" if noun.dep_ == "pobj" else "whom", noun)
    yield from _said(verb, small, context)


def _undergoers(
    predicate: Predicate, datives: Sequence[Token], small: Sequence[Token], context: ArgumentContext
) -> Iterator[Argument]:
    """Whom or what it is done to."""
    verb, file = predicate.word, context.words.file
    held: list[Token] = []
    if context.grammar.is_passive(verb):
        held = [noun for noun in children(verb, "dobj") if noun is not predicate.noun]
    for noun in context.grammar.objects(verb):
        if noun is predicate.noun or noun in datives or noun in small or _is_empty(noun, context):
            continue
        if held and noun not in held:
            yield context.phrase("whom", noun)  # "was given a medal".
        elif lemma_of(verb) in file.goal_verbs:
            yield context.phrase("to", noun)
        elif context.around.is_figure(noun):
            if lemma_of(verb) in file.harming:
                yield context.phrase("whom", noun)
        else:
            yield context.phrase("what", noun) if datives else context.undergoing(noun)
    for noun in held:
        yield context.phrase("what", noun)


def copula_arguments(predicate: Predicate, context: ArgumentContext) -> Iterator[Argument]:
    """Of whom or what something is said, and what."""
    verb = predicate.word
    yield from _doers(verb, context)
    there = bool(children(verb, "expl"))
    for child in verb.children:
        if there and child.dep_ == "attr":
            yield context.phrase("who", child)
        elif child.dep_ in SAID_OF:
            adjective = child.pos_ in {"ADJ", "ADV"}
            yield context.adjective("what", child) if adjective else context.phrase("what", child)
        elif child.dep_ == "prep" and child.i > verb.i and not children(verb, *SAID_OF):
            yield from _set(child, context)


def _set(phrase: Token, context: ArgumentContext) -> Iterator[Argument]:
    """What somebody is in, out of or without: "is in custody", where that is no place."""
    for noun in children(phrase, "pobj"):
        if context.around.is_state(noun):
            yield context.bounded("what", phrase, noun)


def _doers(verb: Token, context: ArgumentContext) -> Iterator[Argument]:
    for clause in children(verb, "csubj"):
        yield Argument("who", clause.left_edge.i, clause.right_edge.i)
    for noun in context.grammar.subjects(verb):
        if not _is_empty(noun, context) and noun is not verb and not context.around.is_time(noun):
            yield context.phrase("who", noun)


def _said(verb: Token, small: list[Token], context: ArgumentContext) -> Iterator[Argument]:
    """What a verb says of its object or subject: "called it a success", "found two alive", "let them go"."""
    for child in verb.children:
        if child.dep_ in {"oprd", "attr"} and not is_verb(child):
            yield context.phrase("what", child)
        elif child.dep_ == "acomp":
            yield context.adjective("what", child)
        elif child.dep_ == "ccomp" and not is_verb(child):
            yield context.complement(child)
    for noun in small:
        yield context.undergoing(noun)


def _is_small(part: Token) -> bool:
    """Whether a clause without a verb of its own tense tells what becomes of its subject."""
    return part.pos_ in {"ADJ", "ADV", "NOUN"} or is_infinitive(part)


def _is_empty(noun: Token, context: ArgumentContext) -> bool:
    """Whether a subject stands for nobody: "it rained", "there was"."""
    if noun.dep_ == "expl" or noun.lower_ == "there":
        return True
    if noun.lower_ not in context.words.file.empty or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    return any(
        c.dep_ in {"ccomp", "xcomp", "csubj"} and (is_infinitive(c) or children(c, "mark"))
        for holder in (noun.head, *children(noun.head, "acomp", "attr"))
        for c in holder.children
    )
