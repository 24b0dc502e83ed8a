"""Who does what to whom, of verbs, light verbs and copulas: deep roles, whatever the voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import antecedent, children, is_infinitive, is_verb
from accord.extraction.propositions.argument_context import Argument, ArgumentContext
from accord.extraction.propositions.predicates import Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAID_OF = frozenset({"attr", "acomp", "oprd"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def verb_arguments(predicate: Predicate, context: ArgumentContext) -> Iterator[Argument]:
    """Doer, undergoer, recipient and what is said, of a verb alone or with its noun."""
    verb = predicate.word
    yield from _doers(verb, context)
    passive = context.grammar.is_passive(verb)
    held = [noun for noun in children(verb, "dobj") if noun is not predicate.noun]
    datives = _datives(verb)
    for noun in context.grammar.objects(verb):
        if noun is predicate.noun or noun in datives or _is_empty(noun, context):
            continue
        if passive and held and noun not in held:
            yield context.phrase("to", noun)  # "was given a medal".
        else:
            yield context.undergoing(noun)
    if passive:
        for noun in held:
            yield context.undergoing(noun)
    for noun in datives:
        yield context.phrase("to", noun)
    yield from _said(verb, context)


def copula_arguments(predicate: Predicate, context: ArgumentContext) -> Iterator[Argument]:
    """Of whom or what something is said, and what."""
    verb = predicate.word
    subjects = tuple(_doers(verb, context))
    yield from subjects
    for child in verb.children:
        if child.dep_ in _SAID_OF or (child.dep_ == "dobj" and not subjects):
            adjective = child.pos_ in {"ADJ", "ADV"}
            yield context.adjective("what", child) if adjective else context.phrase("what", child)
        elif child.dep_ == "ccomp" and child.i > verb.i:
            yield context.phrase("what", child)


def _doers(verb: Token, context: ArgumentContext) -> Iterator[Argument]:
    for noun in context.grammar.subjects(verb):
        if not _is_empty(noun, context) and noun is not verb and not context.around.is_time(noun):
            yield context.phrase("who", noun)


def _datives(verb: Token) -> list[Token]:
    """To whom something is given, said or sold."""
    found: list[Token] = []
    for child in children(verb, "dative"):
        nouns = [child] if child.pos_ != "ADP" else children(child, "pobj")
        found.extend(antecedent(noun) for noun in nouns)
    return found


def _said(verb: Token, context: ArgumentContext) -> Iterator[Argument]:
    """The clause or the words that a verb takes: "said that", "called it a success"."""
    for child in verb.children:
        if child.dep_ in {"oprd", "attr"} and not is_verb(child):
            yield context.phrase("what", child)
        elif child.dep_ == "acomp":
            yield context.adjective("what", child)
        elif child.dep_ in _CLAUSES and (is_verb(child) or children(child, "nsubj")):
            yield context.phrase("what", child)


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
