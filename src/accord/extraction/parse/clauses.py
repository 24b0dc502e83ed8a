"""The parts of a clause in a dependency parse: its phrases, its complement, what marks its verb.

Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extraction.parse.grammar_words import event_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
_PHRASES = frozenset({"prep", "dative", "agent"})
_MISREAD_PARTICLES = frozenset({"down", "up", "off", "back", "aside"})
# Words of set phrases that the parse may take for verbs: "persona non grata".
NO_VERBS = frozenset({"persona", "personae"})
_NAMING = frozenset({"compound", "nmod"})
_PREDICATES = frozenset({"oprd", "acomp", "ccomp"})


def lemma_of(token: Token) -> str:
    """The lemma in lower case."""
    return token.lemma_.lower()


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb."""
    return token.pos_ == "VERB"


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, with or without its auxiliary."""
    for child in verb.children:
        if child.dep_ in {"auxpass", "nsubjpass"}:
            return True
    if verb.tag_ in {"VBN", "VBD"} and any(c.dep_ == "agent" and not _is_means(c) for c in verb.children):
        return True  # "people held hostage by rebels": with an object of its own all the same.
    if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "dobj", "nsubj"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head):
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "relcl", "amod", "ROOT", "xcomp", "ccomp", "pobj"}


def _is_means(phrase: Token) -> bool:
    """Whether a "by" phrase tells how, not by whom: "conferred by telephone"."""
    return any(c.dep_ == "pobj" and c.lower_ in event_words().means for c in phrase.children)


def governs_head(verb: Token) -> bool:
    """Whether the parse takes a verb with its own subject for an adjective: "Oslo renewed ties"."""
    return verb.dep_ == "amod" and verb.tag_ in {"VBD", "VBN"} and bool(own_subject(verb))


def own_subject(verb: Token) -> list[Token]:
    """The subject of a verb that the parse takes for an adjective, also where it takes that for a measure."""
    finite = verb.tag_ == "VBD" or verb.head.dep_ == "ROOT"
    own = [c for c in verb.children if c.dep_ == "nsubj" and finite]
    return (
        own
        or [
            c
            for c in verb.children
            if c.dep_ == "npadvmod"
            and c.i == verb.i - 1
            and ((c.pos_ == "PROPN" and verb.tag_ == "VBD") or verb.head.dep_ == "ROOT")
        ]
        or _named_beside(verb)
    )


def _named_beside(verb: Token) -> list[Token]:
    """The name right before a past tense that the parse makes part of a compound: "Riga swore revenge"."""
    if verb.tag_ != "VBD" or verb.head.dep_ != "ROOT":
        return []
    start = verb.left_edge.i
    return [c for c in verb.head.children if c.i == start - 1 and c.pos_ == "PROPN" and c.dep_ in _NAMING]


def describes_object(participle: Token) -> bool:
    """Whether the parse takes an adjective for a clause that holds the object: "returned looted gold"."""
    head = participle.head
    if participle.tag_ != "VBN" or participle.dep_ != "advcl" or participle.i != head.i + 1:
        return False
    return bool(children(participle, "dobj")) and not children(head, "dobj")


def misread_objects(verb: Token) -> list[Token]:
    """Objects that the parse takes for something else: "returned looted gold", "moved troops closer"."""
    found = [noun for c in verb.children if describes_object(c) for noun in children(c, "dobj")]
    for child in verb.children:
        if (
            child.dep_ == "npadvmod"
            and child.tag_ == "NNS"
            and child.i > verb.i
            and lemma_of(child) not in event_words().spans
        ):
            found.append(child)
        elif child.dep_ == "oprd" and child.lower_ == "home":
            found.extend(children(child, "compound"))  # "called its envoy home".
        elif child.dep_ == "prt" or (child.dep_ == "prep" and child.lower_ in _MISREAD_PARTICLES):
            found.extend(children(child, "pobj"))  # "voted down the terms".
    return found


def children(token: Token, *labels: str) -> list[Token]:
    """The children of a token that stand in one of the relations."""
    return [child for child in token.children if child.dep_ in labels]


def phrases(token: Token) -> dict[str, list[Token]]:
    """Prepositional phrases of a token: preposition in lower case to the heads of its nouns."""
    found: dict[str, list[Token]] = {}
    hosts = [token]
    if is_verb(token):
        # "kept the embassy open in Quito": the phrase hangs on the adjective.
        hosts.extend(c for c in token.children if c.dep_ in _PREDICATES and not is_verb(c))
        # "moved closer to the border", "pushed deep into Quito": on the adverb.
        hosts.extend(c for c in token.children if c.dep_ == "advmod" and c.i > token.i)
    for host in hosts:
        for phrase in host.children:
            if phrase.dep_ in _PHRASES:
                for preposition, noun in _nouns(phrase):
                    found.setdefault(preposition, []).append(noun)
    return found


def _nouns(phrase: Token) -> Iterator[tuple[str, Token]]:
    for child in phrase.children:
        if child.dep_ == "pobj":
            yield phrase.lower_, child
            if child.lower_ in event_words().calls:  # "spoke by telephone with".
                for inner in children(child, "prep"):
                    yield from _nouns(inner)
        elif child.dep_ in {"prep", "pcomp"} and child.pos_ == "ADP":
            yield from _nouns(child)


def complement(verb: Token) -> Token | None:
    """The head of the clause a verb takes: "to leave", "that they must leave", "leaving"."""
    for child in verb.children:
        if child.dep_ in _COMPLEMENTS and child.i > verb.i:
            return child
    for child in verb.children:
        # "called for Oslo to help".
        if (
            child.dep_ == "advcl"
            and is_infinitive(child)
            and any(c.lower_ == "for" for c in children(child, "mark"))
        ):
            return child
    for phrase in verb.children:
        if phrase.dep_ == "prep":
            for child in phrase.children:
                if child.dep_ == "pcomp" and is_verb(child):
                    return child
    return None


def is_negated(token: Token) -> bool:
    """Whether "not" or "never" stands with a verb, or with the "be" of an adjective."""
    holders = [token]
    if token.pos_ == "ADJ":
        holders.append(token.head)
    if token.dep_ == "conj" and token.tag_ == "VB":
        holders.append(token.head)  # "will not accept or tolerate".
    return any(c.dep_ == "neg" for holder in holders for c in holder.children)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb has "to"."""
    return any(c.tag_ == "TO" for c in verb.children if c.i < verb.i)


def is_purpose(verb: Token) -> bool:
    """Whether the verb is a purpose: "went there to sign"."""
    return verb.dep_ == "advcl" and is_infinitive(verb) and not any(c.dep_ == "mark" for c in verb.children)


def conjuncts(token: Token) -> list[Token]:
    """The token and the nouns joined to it by "and" or commas."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
            found.extend(conjuncts(child))
    return found
