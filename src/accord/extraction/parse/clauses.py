"""The parts of a clause in a dependency parse: its phrases, its complement, what marks its verb.

Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Relations of noun phrases that are the subject of their verb, active or passive."""

ANY_SUBJECTS = SUBJECTS | {"csubj"}
"""Relations of subjects that may be clauses too."""

UNDERGOERS = frozenset({"dobj", "nsubjpass"})
"""Relations of what is done to."""

COMPLEMENTS = frozenset({"xcomp", "ccomp"})
"""Relations of clauses that a verb takes."""

RELATIVE_TAGS = frozenset({"WDT", "WP"})
"""Tags of relative pronouns; "that" has others too."""

_NAMING = frozenset({"compound", "nmod"})
_LIMIT = 8


def lemma_of(token: Token) -> str:
    """The lemma in lower case."""
    return token.lemma_.lower()


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb."""
    return token.pos_ == "VERB"


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


def is_subject(token: Token) -> bool:
    """Whether the token is the head of a verb's subject, active or passive."""
    return token.dep_ in SUBJECTS


def children(token: Token, *labels: str) -> list[Token]:
    """The children of a token that stand in one of the relations."""
    return [child for child in token.children if child.dep_ in labels]


def complement(verb: Token) -> Token | None:
    """The head of the clause a verb takes: "to leave", "that they must leave", "leaving"."""
    for child in verb.children:
        if child.dep_ in COMPLEMENTS and child.i > verb.i:
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


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for; any other token itself."""
    if token.tag_ not in RELATIVE_TAGS and token.lower_ != "that":
        return token
    verb = token.head
    for _ in range(_LIMIT):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ in {"ccomp", "advcl"} and verb.head.lemma_ == "be":
            named = children(verb.head, "attr")  # "It was Oslo that left."
            if named:
                return named[0]
        if verb.dep_ == "ROOT":
            break
        verb = verb.head
    return token
