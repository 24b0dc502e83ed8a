"""What PLOVER codes as something else than the word says: announced intentions, attacks by words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.merge import Draft
from accord.extraction.parse.clauses import (
    is_verb,
    lemma_of,
)
from accord.extraction.parse.grammar_words import event_words
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from accord.extraction.actors.cast import Cast

_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_WORDS = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE"})
# What it is not to agree or to allow.
_YIELDING = frozenset({"AGREE", "CONCEDE"})
_TOLD = frozenset({"asserted", "reported", "planned"})
_MAY = frozenset({"may", "might"})
_WILL = frozenset({"will", "would", "'ll", "’ll"})
_UNLESS = frozenset({"unless", "if"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_PEOPLE = frozenset({"person", "people"})
_ARMED = frozenset({"REB", "MIL", "COP", "SPY", "UAF", "CRM"})


def _is_hinted(draft: Draft) -> bool:
    """Whether the doer itself may do it: "may impose sanctions", "is considering a ban"."""
    if draft.polarity == "negative":
        return False
    verb = draft.trigger.site.verb
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modals & _MAY:
        return verb.dep_ in {"ROOT", "ccomp", "conj"}
    if "could" in modals and verb.dep_ == "ccomp":
        return lemma_of(verb.head) in event_words().hinting
    return draft.governor is not None and lemma_of(draft.governor) in event_words().weighing


def _is_warning(draft: Draft) -> bool:
    """Whether the doer would act unless another does: "it would slap duties on them unless Riga paid"."""
    verb = draft.trigger.site.verb
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    conditions = [c for c in verb.children if c.dep_ == "advcl"]
    return (
        draft.polarity == "positive"
        and bool(modals & _WILL)
        and "have" not in modals
        and any(c.dep_ == "mark" and c.lower_ in _UNLESS for clause in conditions for c in clause.children)
    )


def foreseen(draft: Draft) -> tuple[str, str | None]:
    """Type and CAMEO code: of the intention where its actor plans the event, else of the event."""
    sense, polarity = draft.trigger.sense, draft.polarity
    told = draft.trigger.site.verb
    if not is_verb(told) and told.pos_ != "ADJ":
        return sense.type, sense.cameo  # "will answer an attack": not the attacker's plan.
    if polarity == "negative" and sense.act is None and sense.type in _YIELDING and draft.factuality in _TOLD:
        return "REJECT", "120"
    if draft.factuality == "possible" and sense.type in _HOSTILE and draft.actors and _is_hinted(draft):
        return "THREATEN", "130"
    if draft.factuality == "conditional" and sense.type in _HOSTILE and draft.actors and _is_warning(draft):
        return "THREATEN", "130"
    if draft.factuality != "planned" or not draft.actors or sense.type in _WORDS:
        return sense.type, sense.cameo
    if sense.type in _COOPERATIVE:
        return ("AGREE", "030") if polarity == "positive" else ("REJECT", "120")
    if (
        sense.type == "ASSAULT"
        and draft.governor is not None
        and lemma_of(draft.governor) in event_words().attempts
    ):
        return sense.type, sense.cameo  # Who tried to poison someone did not just threaten it.
    if sense.type in _HOSTILE and polarity == "positive":
        return "THREATEN", "130"
    return sense.type, sense.cameo


class _File(Struct, frozen=True):
    weapons: str


class Figures(Struct, frozen=True):
    """Tells attacks by words from attacks by force."""

    weapons: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Figures:
        """Read event_roles.json."""
        return cls(re.compile(vocabulary.read("en/events/event_roles.json", _File).weapons, re.IGNORECASE))

    def literal(self, draft: Draft, cast: Cast) -> Draft:
        """The draft; an attack by persons, with nothing of weapons or wounds beside it, as criticism."""
        sense = draft.trigger.sense
        fought = sense.act == "attack" or (
            sense.type == "ASSAULT" and lemma_of(draft.trigger.token) in event_words().fights
        )
        if not fought or not draft.actors:
            return draft
        actors = [cast.by_id.get(mention.actor) for mention in draft.actors]
        if any(a is None or a.kind not in _PEOPLE or a.sector in _ARMED for a in actors):
            return draft
        if self.weapons.search(draft.trigger.token.sent.text):
            return draft
        spoken = replace(
            sense, type="ACCUSE", act=None, mode="disapprove", cameo="111", contexts=(), one=False
        )
        return replace(draft, trigger=replace(draft.trigger, sense=spoken))
