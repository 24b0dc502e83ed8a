"""What a report adds to an event: scope, reason, manner and object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.events.clauses import is_verb, lemma_of, phrases
from accord.extract.events.grammar import objects
from accord.extract.events.lexicon import Sense
from accord.records import Qualifier
from accord.vocabulary import read

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from accord.extract.parsed import Parsed

_DETACHED = frozenset({"relcl", "acl", "appos", "punct", "prep"})
_COPULAS = frozenset({"become", "be", "make"})


class QualifierFile(Struct, frozen=True, forbid_unknown_fields=True):
    """qualifiers.json: words separated by spaces, reasons by "|"."""

    ranks: str
    holders: str
    manners: str
    reasons: str
    periods: str
    decision_verbs: str
    decision_nouns: str
    decision_prepositions: str
    following: str
    anaphors: str
    acts_with_objects: str

    @classmethod
    def load(cls) -> QualifierFile:
        """Read the file."""
        return read("qualifiers.json", cls)


class QualifierReader:
    """Finds the qualifiers of a trigger in its clause."""

    def __init__(self, file: QualifierFile) -> None:
        self._ranks = frozenset(file.ranks.split())
        self._holders = frozenset(file.holders.split())
        self._manners = frozenset(file.manners.split())
        self._reasons = tuple(file.reasons.split("|"))
        self._periods = frozenset(file.periods.split())
        self._with_objects = frozenset(file.acts_with_objects.split())

    def find(
        self, trigger: Token, sense: Sense, parsed: Parsed, rank: Token | None = None
    ) -> tuple[Qualifier, ...]:
        """The qualifiers of the event at `trigger`: scope, manner, reason, object.

        `rank` is the noun of a clause that ranks the doer ("becoming the first envoy to go there").
        """
        has_object = sense.act in self._with_objects and is_verb(trigger)
        return (
            *self._scope(trigger, parsed, rank),
            *self._manner(trigger),
            *self._reason(trigger, parsed),
            *(_objects(trigger, sense, parsed) if has_object else ()),
        )

    def _scope(self, trigger: Token, parsed: Parsed, rank: Token | None) -> list[Qualifier]:
        for noun in (*_described(trigger), *((rank,) if rank is not None else ())):
            ranks = [c for c in noun.children if c.lower_ in self._ranks]
            if ranks and lemma_of(noun) in self._holders:
                span = parsed.doc[min(c.i for c in ranks) : _office_end(noun) + 1]
                return [_qualifier("scope", span, span.text.lower())]
        return []

    def _manner(self, trigger: Token) -> list[Qualifier]:
        return [
            Qualifier("manner", child.lower_, child.idx, child.idx + len(child), child.text)
            for child in trigger.children
            if child.lower_ in self._manners
        ]

    def _reason(self, trigger: Token, parsed: Parsed) -> list[Qualifier]:
        for child in trigger.children:
            if child.dep_ not in {"prep", "advcl"} or child.i < trigger.i:
                continue
            if any(lemma_of(noun) in self._periods for noun in child.children):
                continue
            span = parsed.doc[child.left_edge.i : child.right_edge.i + 1]
            if span.text.lower().startswith(self._reasons):
                return [_qualifier("reason", span, span.text.lower())]
        return []


def _office_end(noun: Token) -> int:
    """Where the title that a noun begins ends: "secretary of state"."""
    for child in noun.children:
        if child.lower_ == "of" and child.i == noun.i + 1:
            return max([noun.i, *(c.i for c in child.children if c.i == child.i + 1 and c.tag_ != "CD")])
    return noun.i


def _described(trigger: Token) -> list[Token]:
    """Nouns that rank whoever does it: "the first country to ...", "..., becoming the first to do so"."""
    found: list[Token] = [trigger.head] if trigger.dep_ in {"relcl", "acl"} else []
    for child in trigger.children:
        if child.dep_ == "advcl" and lemma_of(child) in _COPULAS:
            nouns = [c for c in child.children if c.dep_ in {"attr", "oprd", "dobj"}]
            found.extend(noun for noun in nouns if not _ranks_another_act(noun))
        elif child.dep_ in {"nsubj", "agent"}:
            found.append(child)
            found.extend(c for c in child.children if c.dep_ == "appos")
    if trigger.dep_ == "xcomp" and lemma_of(trigger.head) in _COPULAS:
        found.extend(c for c in trigger.head.children if c.dep_ == "attr")
    return found


def _ranks_another_act(noun: Token) -> bool:
    """Whether "the first country to sign" is said: the rank belongs to the signing."""
    return any(c.dep_ in {"relcl", "acl"} and lemma_of(c) != "do" and is_verb(c) for c in noun.children)


def _objects(trigger: Token, sense: Sense, parsed: Parsed) -> list[Qualifier]:
    """What a diplomatic act is about, where that is part of what triggers it: the list, the assets."""
    nouns: list[Token] = []
    if sense.objects:
        nouns.extend(objects(trigger)[:1])
    if sense.prep_nouns:
        hosts = [trigger, *objects(trigger)]
        found = [n for host in hosts for n in phrases(host).get(sense.preposition, ())]
        nouns.extend(n for n in found if lemma_of(n) in sense.prep_nouns)
    spans = [_noun_phrase(noun, parsed) for noun in nouns]
    return [_qualifier("object", span, " ".join(span.text.split())) for span in spans]


def _noun_phrase(noun: Token, parsed: Parsed) -> Span:
    """A noun with what stands before it and its "of" and "in" phrases, but no clause."""
    stop = noun.i
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ in {"of", "in", "on"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    stop = max(stop, inner.i)
                    nested = [
                        c for c in inner.children if c.i > inner.i and c.dep_ == "prep" and c.lower_ == "of"
                    ]
                    stop = max([stop, *(c.right_edge.i for c in nested)])
    return parsed.doc[noun.left_edge.i : stop + 1]


def _qualifier(kind: str, span: Span, value: str) -> Qualifier:
    text = re.sub(r"[\s,.;:]+$", "", span.text)
    value = re.sub(r"[\s,.;:]+$", "", " ".join(value.split()))
    return Qualifier(kind, value, span.start_char, span.start_char + len(text), text)  # type: ignore[arg-type]
