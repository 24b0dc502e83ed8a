"""What PLOVER codes as something else than the word says: announced intentions, attacks by words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.event_draft import EventDraft
from accord.extraction.parse.clauses import is_verb, lemma_of
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.event_types import Coding, Codings

if TYPE_CHECKING:
    from accord.extraction.actors.cast import Cast

_TOLD = frozenset({"asserted", "reported", "planned"})
_PEOPLE = frozenset({"person", "people"})
_ARMED = frozenset({"REB", "MIL", "COP", "SPY", "UAF", "CRM"})


class _WeaponFile(Struct, frozen=True):
    weapons: str


class PloverCoder(Struct, frozen=True):
    """Codes intentions by what is announced, and tells attacks by words from attacks by force."""

    codings: Codings
    weapons: re.Pattern[str]

    @classmethod
    def load(cls, codings: Codings, vocabulary: Vocabulary = PACKAGED) -> PloverCoder:
        """Read event_roles.json."""
        file = vocabulary.read("en/events/event_roles.json", _WeaponFile)
        return cls(codings, re.compile(file.weapons, re.IGNORECASE))

    def code(self, draft: EventDraft) -> tuple[str, str | None]:
        """Type and CAMEO code: of the intention where its actor plans the event, else of the event."""
        sense, told = draft.trigger.sense, draft.trigger.site.verb
        # "will answer an attack": a noun does not tell the attacker's plan.
        intended = self._intention(draft) if is_verb(told) or told.pos_ == "ADJ" else None
        if intended is None:
            return sense.type.name, sense.cameo
        return intended.type.name, intended.cameo

    def _intention(self, draft: EventDraft) -> Coding | None:
        """What is announced or refused by what is not done yet; None where the word says what it is."""
        sense, negative = draft.trigger.sense, draft.polarity == "negative"
        if negative and sense.act is None and sense.type.yields and draft.factuality in _TOLD:
            return self.codings.refusal
        if not draft.actors:
            return None
        if draft.factuality == "planned":
            return self._plan(draft)
        hinted = draft.factuality == "possible" and sense.type.hostile and _is_hinted(draft)
        warned = draft.factuality == "conditional" and sense.type.hostile and _is_warning(draft)
        return self.codings.threat if hinted or warned else None

    def _plan(self, draft: EventDraft) -> Coding | None:
        """What it is to announce an event."""
        type_, negative = draft.trigger.sense.type, draft.polarity == "negative"
        if type_.verbal:
            return None
        if type_.cooperative:
            return self.codings.refusal if negative else self.codings.promise
        governor, attempts = draft.governor, draft.trigger.grammar.words.attempts
        if type_.assaults and governor is not None and lemma_of(governor) in attempts:
            return None  # Who tried to poison someone did not just threaten it.
        return self.codings.threat if type_.hostile and not negative else None

    def literal(self, draft: EventDraft, cast: Cast) -> EventDraft:
        """The draft; an attack by persons, with nothing of weapons or wounds beside it, as criticism."""
        sense, words = draft.trigger.sense, draft.trigger.grammar.words
        fought = sense.is_strike or (sense.type.assaults and lemma_of(draft.trigger.token) in words.fights)
        if not fought or not draft.actors:
            return draft
        actors = [cast.by_id.get(mention.actor) for mention in draft.actors]
        if any(a is None or a.kind not in _PEOPLE or a.sector in _ARMED for a in actors):
            return draft
        if self.weapons.search(draft.trigger.token.sent.text):
            return draft
        criticism = self.codings.criticism
        spoken = replace(
            sense,
            type=criticism.type,
            act=None,
            mode=criticism.mode,
            cameo=criticism.cameo,
            contexts=(),
            one=False,
        )
        return replace(draft, trigger=replace(draft.trigger, sense=spoken))


def _is_hinted(draft: EventDraft) -> bool:
    """Whether the doer itself may do it: "may impose sanctions", "is considering a ban"."""
    if draft.polarity == "negative":
        return False
    verb, words = draft.trigger.site.verb, draft.trigger.grammar.words
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modals & words.may:
        return verb.dep_ in {"ROOT", "ccomp", "conj"}
    if "could" in modals and verb.dep_ == "ccomp":
        return lemma_of(verb.head) in words.hinting
    return draft.governor is not None and lemma_of(draft.governor) in words.weighing


def _is_warning(draft: EventDraft) -> bool:
    """Whether the doer would act unless another does: "it would slap duties on them unless Riga paid"."""
    verb, words = draft.trigger.site.verb, draft.trigger.grammar.words
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    conditions = [c for c in verb.children if c.dep_ == "advcl"]
    return (
        draft.polarity == "positive"
        and bool(modals & words.will)
        and "have" not in modals
        and any(
            c.dep_ == "mark" and c.lower_ in words.unless for clause in conditions for c in clause.children
        )
    )
