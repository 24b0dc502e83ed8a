"""How far noun phrases and clauses reach, without what is only beside them or brings them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import is_verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

Span = tuple[int, int]
"""The first token and the last one, both included."""

_CUT = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "advmod", "amod", "xcomp"})
_JOINED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_EDGES = frozenset({"PUNCT", "CCONJ", "SPACE"})
_MARKS = frozenset({"mark", "aux", "cc", "punct"})


def noun_phrase(noun: Token, is_time: Callable[[Token], bool]) -> Span:
    """A noun with what stands before it, its prepositional phrases, and the nouns joined to it.

    Phrases that tell a time, as `is_time` says of their noun, are none of its own.
    """
    first, last = noun.left_edge.i, _right(noun, is_time)
    for child in noun.children:
        if child.i > noun.i:
            break
        if child.dep_ in {"relcl", "appos", "parataxis"} or (child.dep_ == "cc" or child.pos_ == "PUNCT"):
            first = max(first, child.right_edge.i + 1) if child.i == first else first
    return trimmed(noun, first, last)


def trimmed(token: Token, first: int, last: int) -> Span:
    """The span without punctuation, conjunctions and white space at its ends; `token` stands in it."""
    doc = token.doc
    while first < token.i and doc[first].pos_ in _EDGES:
        first += 1
    while last > token.i and doc[last].pos_ in _EDGES:
        last -= 1
    return first, last


def _right(noun: Token, is_time: Callable[[Token], bool]) -> int:
    """The last token of a noun phrase."""
    last = noun.i
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ != "conj" and child.pos_ not in _EDGES and _is_set_off(child):
            break
        if child.dep_ == "conj":
            if child.pos_ not in _JOINED or is_verb(child):
                break
            last = max(last, _right(child, is_time))
        elif child.dep_ in _CUT:
            break
        elif child.dep_ == "prep":
            told = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if told is None or is_verb(told) or is_time(told):
                break
            last = max(last, _right(told, is_time))
        elif child.pos_ != "PUNCT" and child.dep_ != "cc":
            if is_time(child) and child.dep_ == "npadvmod":
                break
            last = max(last, child.right_edge.i)
    return last


def is_bare(noun: Token) -> bool:
    """Whether a noun has no article or owner: "in custody"."""
    return not any(c.dep_ in {"det", "poss"} for c in noun.children)


def _is_set_off(token: Token) -> bool:
    """Whether a comma stands before what a token heads."""
    before = token.left_edge.i - 1
    return before >= 0 and token.doc[before].text == ","


def clause(verb: Token, marks: frozenset[str] = frozenset()) -> Span:
    """A clause whole, without the words before it that bring it in; those of `marks` stay."""
    first, last = verb.left_edge.i, verb.right_edge.i
    for child in verb.children:
        # "after its brakes failed, forcing the evacuation": what follows from it is told beside it.
        if child.i > verb.i and child.tag_ == "VBG" and child.dep_ == "advcl" and _is_set_off(child):
            last = child.left_edge.i - 1
            break
    for child in verb.children:
        if child.i > verb.i or child.i != first:
            break
        if (child.dep_ in _MARKS or child.tag_ in {"WRB", "TO"}) and child.lower_ not in marks:
            if child.dep_ == "aux" and child.tag_ != "TO":
                break
            first = child.right_edge.i + 1
        elif child.pos_ == "PUNCT":
            first += 1
        else:
            break
    return trimmed(verb, first, last)
