"""Acts told again with a verb that stands for theirs: "has not done so", "followed suit", "as did Peru"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.extract.events.clauses import children, is_infinitive, lemma_of
from accord.extract.events.merge import Draft
from accord.extract.events.roles import Site
from accord.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FORMS = frozenset({"suit", "do", "does", "did", "done", "has", "have", "had"})
_WAYS = frozenset({"so", "likewise", "same", "similarly"})
_ALSO = frozenset({"as", "so", "nor", "neither"})


def repeated(span: Span, told: Sequence[Draft], here: Sequence[Draft]) -> Iterator[Draft]:
    """The last act again, still as its doer's, for each verb that stands for one told before."""
    for token in span if told or here else ():
        verb = _pro_verb(token) if token.lower_ in _FORMS else None
        if verb is None:
            continue
        before = [d for d in here if d.trigger.token.i < token.i]
        last = next((d for d in reversed([*told[-2:], *before]) if _can_repeat(d)), None)
        if last is not None:
            sense = replace(last.trigger.sense, mutual=False, named=False)
            trigger = Trigger(verb, sense, Site(verb))
            yield replace(last, trigger=trigger, rank=None, decisions=(), presupposed=False)


def _can_repeat(draft: Draft) -> bool:
    return bool(draft.recipients)


def _pro_verb(token: Token) -> Token | None:
    """The verb by which an act is said again: of "done so", "followed suit", "as Peru did", "nor has"."""
    if token.lower_ == "suit" and lemma_of(token.head) == "follow":
        return None if _is_open(token.head) else token.head
    lemma = lemma_of(token)
    if lemma not in {"do", "have"} or token.dep_ in {"aux", "auxpass"}:
        return None
    if any(c.dep_ in {"xcomp", "ccomp", "acomp"} for c in token.children):
        return None
    if lemma == "do" and any(c.lower_ in _WAYS for c in token.children if c.i > token.i):
        return None if _is_open(token) else token
    if token.dep_ == "conj" and token.head.i < token.i and _pro_verb(token.head) == token.head:
        return token  # "as Peru did in May and Chile did in June".
    objects = children(token, "dobj")
    led = [c for c in token.children if c.lower_ in _ALSO and c.i < token.i]
    inverted = any(c.lower_ in {"nor", "neither"} for c in led)
    if objects and not (inverted and objects[-1].pos_ == "PROPN"):
        return None
    if token.dep_ == "ROOT" and not objects and any(c.dep_ == "neg" for c in token.children):
        return token  # "Peru has not."
    return token if led and token.tag_ != "VBG" and not is_infinitive(token) else None


def _is_open(verb: Token) -> bool:
    """Whether what is done again is only asked for: "urged Peru to do likewise"."""
    return is_infinitive(verb) or verb.tag_ == "VBG"
