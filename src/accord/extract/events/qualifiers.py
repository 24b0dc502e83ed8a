"""What a report adds to an event: scope, reason, decision, manner and object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.events.grammar import is_verb, lemma_of, objects, phrases
from accord.records import Qualifier
from accord.vocabulary import read

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extract.parsed import Parsed


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    ranks: str
    holders: str
    manners: str
    reasons: str
    deciders: str


class QualifierReader:
    """Finds the qualifiers of a trigger in its clause."""

    def __init__(self, file: _File) -> None:
        self._ranks = frozenset(file.ranks.split())
        self._holders = frozenset(file.holders.split())
        self._manners = frozenset(file.manners.split())
        self._reasons = tuple(file.reasons.split("|"))
        self._deciders = frozenset(file.deciders.split())

    @classmethod
    def load(cls) -> QualifierReader:
        """Read qualifiers.json."""
        return cls(read("qualifiers.json", _File))

    def find(self, trigger: Token, parsed: Parsed, keep_object: bool) -> tuple[Qualifier, ...]:
        """The qualifiers of the event at `trigger`, in order of kind and place."""
        found = [
            *self._scope(trigger, parsed),
            *self._manner(trigger, parsed),
            *self._reason(trigger, parsed),
        ]
        if keep_object and is_verb(trigger):
            for noun in objects(trigger)[:1]:
                found.append(_phrase(noun, parsed))
            for name in ("from", "off", "in"):
                for noun in phrases(trigger).get(name, ())[:1]:
                    if name != "in":
                        found.append(_phrase(noun, parsed))
        return tuple(found)

    def _scope(self, trigger: Token, parsed: Parsed) -> list[Qualifier]:
        found: list[Qualifier] = []
        for noun in _described(trigger):
            ranks = [c for c in noun.children if c.lower_ in self._ranks]
            if ranks and lemma_of(noun) in self._holders:
                start = min(c.i for c in ranks)
                span = parsed.doc[start : noun.i + 1]
                value = " ".join(t.lower_ for t in span)
                found.append(Qualifier("scope", value, span.start_char, span.end_char, span.text))
        return found[:1]

    def _manner(self, trigger: Token, parsed: Parsed) -> list[Qualifier]:
        return [
            Qualifier("manner", child.lower_, child.idx, child.idx + len(child), child.text)
            for child in trigger.children
            if child.lower_ in self._manners
        ]

    def _reason(self, trigger: Token, parsed: Parsed) -> list[Qualifier]:
        for child in trigger.children:
            if child.dep_ not in {"prep", "advcl"} or child.i < trigger.i:
                continue
            span = parsed.doc[child.left_edge.i : child.right_edge.i + 1]
            if span.text.lower().startswith(self._reasons):
                text = re.sub(r"[\s,.;:]+$", "", span.text)
                start = span.start_char
                return [Qualifier("reason", text.lower(), start, start + len(text), text)]
        return []


def _described(trigger: Token) -> list[Token]:
    """Nouns that rank whoever does it: "the first country to ...", "..., becoming the first to do so"."""
    found: list[Token] = []
    if trigger.dep_ in {"relcl", "acl"}:
        found.append(trigger.head)
    for child in trigger.children:
        if child.dep_ == "advcl" and lemma_of(child) in {"become", "be", "make"}:
            found.extend(c for c in child.children if c.dep_ in {"attr", "oprd", "dobj"})
        if child.dep_ in {"nsubj", "agent"}:
            found.append(child)
            found.extend(c for c in child.children if c.dep_ == "appos")
    if trigger.dep_ == "xcomp" and lemma_of(trigger.head) == "become":
        found.extend(c for c in trigger.head.children if c.dep_ == "attr")
    return found


def _phrase(noun: Token, parsed: Parsed) -> Qualifier:
    stop = noun.i
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ == "of":
            stop = child.right_edge.i
    span = parsed.doc[noun.left_edge.i : stop + 1]
    return Qualifier("object", " ".join(span.text.split()), span.start_char, span.end_char, span.text)
