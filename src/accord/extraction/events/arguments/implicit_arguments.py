"""The other side of an event, from the events that a report has told before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.countries import state_of
from accord.extraction.events.arguments.participants import is_foreign
from accord.extraction.events.arguments.parties import (
    distinct,
    doer,
    key,
    keys,
    only_other,
    pair,
    partner,
    recognised,
    shares_doer,
)
from accord.extraction.events.discourse.anaphora import Deeds, refers
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.parse.clauses import children, complement, is_subject, is_verb, lemma_of
from accord.records import ActorMention

if TYPE_CHECKING:
    from accord.vocabulary.event_types import Codings

_PRESENT_OR_PAST = frozenset({"VBD", "VBZ", "VBP"})
_NEAR = 4

Pair = tuple[ActorMention, ...]
"""Whom relations are spoken of with."""


class ImplicitArguments(Struct, frozen=True):
    """Completes events by what a report has told before them.

    A side is taken over only where one candidate is there: the doer of what is reacted to ("hailed the
    move"), the other side of what the doer was last told of, or of relations spoken of ("its ties with").
    """

    deeds: Deeds
    codings: Codings

    def complete(
        self,
        draft: EventDraft,
        before: Sequence[EventDraft],
        here: Sequence[EventDraft],
        pairs: Sequence[Pair],
    ) -> EventDraft:
        """The draft with its other side, where what was told `before`, or `here`, in its sentence, has it.

        `pairs` are whom relations were spoken of with, the last ones last.
        """
        told = [*before, *here]
        draft = _placed(_joint(self._between_states(draft, told), told), told)
        if draft.trigger.sense.type.deploys and keys(draft.actors) == keys(draft.recipients):
            # Where the troops stand at home says nothing of whom they face.
            return replace(draft, recipients=partner(keys(draft.actors), told) or draft.recipients)
        if draft.actors and not draft.recipients:
            if len(draft.actors) > 1 and draft.trigger.sense.mutual:
                return draft
            others = self._other_side(draft, before, told, pairs)
            return replace(draft, recipients=others) if others else draft
        if not draft.actors and not draft.recipients:
            return _taken_up(draft, told)
        if draft.recipients and not draft.actors and self._is_bilateral(draft):
            own = keys(draft.recipients)
            if len(own) == 1:
                return replace(draft, actors=partner(own, told))
        return draft

    def _other_side(
        self,
        draft: EventDraft,
        before: Sequence[EventDraft],
        told: Sequence[EventDraft],
        pairs: Sequence[Pair],
    ) -> tuple[ActorMention, ...]:
        """To whom the doers do it; the first way that finds somebody is taken."""
        own, sense = keys(draft.actors), draft.trigger.sense
        others = _both(draft, own, told) or self._reacted_to(draft, own, told) or _continued(draft, own, told)
        if not others and sense.is_recognition:
            others = recognised(own, told)
        if not others and self._mediates(draft):
            others = pair(own, told)
        if len(own) != 1:
            return others
        if not others and self._is_bilateral(draft):
            others = _counterpart(draft, own, told, pairs)
        if not others and _is_towards(draft) and self._may_be_of_other(draft):
            others = only_other(own, before) or partner(own, before[-_NEAR:])
        return others

    def is_of_deed(self, draft: EventDraft) -> bool:
        """Whether a state is told to praise or blame what the report calls a deed, whoever did it."""
        if not _is_towards(draft) or len(draft.actors) != 1 or draft.actors[0].code is None:
            return False
        return self.deeds.are(draft.trigger.grammar.objects(draft.trigger.token)[:1])

    def _reacted_to(
        self, draft: EventDraft, own: frozenset[str], told: Sequence[EventDraft]
    ) -> tuple[ActorMention, ...]:
        """The doers of what is praised, blamed or rejected: of "the strikes", of "the move"."""
        sense = draft.trigger.sense
        if not sense.type.reacts or not is_verb(draft.trigger.token):
            return ()
        for noun in draft.trigger.grammar.objects(draft.trigger.token)[:1]:
            earlier = self.deeds.event_of(noun, own, told)
            if earlier is not None:
                sides = earlier.actors
                if earlier.trigger.sense.mutual:
                    sides = (*sides, *earlier.recipients)
                return distinct(m for m in sides if key(m) not in own)
        return ()

    def _may_be_of_other(self, draft: EventDraft) -> bool:
        """Whether nothing but the other side is left to be meant: not "denounced the weather"."""
        nouns = draft.trigger.grammar.objects(draft.trigger.token)[:1]
        return not nouns or draft.trigger.sense.type.asks or self.deeds.are(nouns)

    def _between_states(self, draft: EventDraft, told: Sequence[EventDraft]) -> EventDraft:
        """A protest by a state itself, which is one to another state: "Lima protested"."""
        sense, token, grammar = draft.trigger.sense, draft.trigger.token, draft.trigger.grammar
        by_state = len(draft.actors) == 1 and draft.actors[0].actor == draft.actors[0].code
        if not sense.type.protests or not by_state or lemma_of(token) not in grammar.words.protests:
            return draft
        own = keys(draft.actors)
        if keys(draft.recipients) - own:
            return draft
        named = children(token, "dobj") or [t for t in grammar.subjects(token) if t.pos_ != "PROPN"]
        other = partner(own, told)
        if named or not other:
            return draft
        complaint = self.codings.complaint
        spoken = replace(sense, type=complaint.type, mode=complaint.mode, cameo=complaint.cameo, home=False)
        return replace(draft, trigger=replace(draft.trigger, sense=spoken), recipients=other)

    def _mediates(self, draft: EventDraft) -> bool:
        """Whether a draft tells of mediation, or of an offer of it."""
        sense = draft.trigger.sense
        return sense.cameo == self.codings.mediation.cameo or (
            sense.type.agrees and "mediation" in sense.contexts
        )

    def _is_bilateral(self, draft: EventDraft) -> bool:
        """Whether an event is one between two states, of which one is named."""
        sense = draft.trigger.sense
        named = (*draft.actors, *draft.recipients)
        if any(m.code is None for m in named) or not is_verb(draft.trigger.token):
            return False
        if sense.act is not None:
            return sense.act.bilateral
        protests = not sense.type.accuses or sense.cameo == self.codings.complaint.cameo
        told = draft.factuality in {"asserted", "reported"}
        return sense.type.bilateral and protests and told and not sense.home


def _joint(draft: EventDraft, told: Sequence[EventDraft]) -> EventDraft:
    """The draft with the two that "the parties" or "the two" are, where they do something together."""
    verb, grammar, words = draft.trigger.site.verb, draft.trigger.grammar, draft.trigger.grammar.words
    if any(m.code is not None for m in draft.actors) or not is_verb(verb):
        return draft
    for noun in grammar.topics(verb):
        determined = {c.lower_ for c in noun.children}
        plural = noun.tag_ == "NNS" and lemma_of(noun) in words.parties and "the" in determined
        if plural or noun.lower_ in words.two or (lemma_of(noun) in words.sides and determined & words.two):
            two = pair(keys(draft.recipients), told)
            return replace(draft, actors=two) if two else draft
    return draft


def _placed(draft: EventDraft, told: Sequence[EventDraft]) -> EventDraft:
    """The draft with the state of doers of whom the report does not say whose they are.

    "The ministry summoned the Chilean envoy", after what Peru and Chile did: Peru's.
    """
    if not draft.actors or any(m.code is not None or m.form == "pronoun" for m in draft.actors):
        return draft
    own = keys(draft.recipients)
    if len(own) != 1 or any(m.code is None for m in draft.recipients):
        return draft
    act = draft.trigger.sense.act
    if act is not None and not act.bilateral:
        return draft
    other = partner(own, told)
    state = state_of(other[0].code, other[0].actor) if len(other) == 1 else None
    if state is None or any(is_foreign(m, draft.trigger.grammar.words) for m in draft.actors):
        return draft
    return replace(draft, actors=tuple(replace(m, code=state) for m in draft.actors))


def _is_towards(draft: EventDraft) -> bool:
    """Whether a clause tells what is said to somebody without naming whom: "and demanded guarantees"."""
    sense, verb = draft.trigger.sense, draft.trigger.token
    finite = verb.tag_ in _PRESENT_OR_PAST or any(c.dep_ == "aux" for c in verb.children)
    told = draft.factuality in {"asserted", "reported"}
    return draft.pending and sense.act is None and sense.type.towards and is_verb(verb) and finite and told


def _both(draft: EventDraft, own: frozenset[str], told: Sequence[EventDraft]) -> tuple[ActorMention, ...]:
    """The two whom "both sides" are, where no other phrase tells it."""
    token, grammar, words = draft.trigger.token, draft.trigger.grammar, draft.trigger.grammar.words
    found = grammar.phrases(token)
    nouns = (*grammar.objects(token), *(n for name in ("on", "to", "between") for n in found.get(name, ())))
    if any(lemma_of(n) in words.sides and any(c.lower_ in words.two for c in n.children) for n in nouns):
        return pair(own, told)
    return ()


def _taken_up(draft: EventDraft, told: Sequence[EventDraft]) -> EventDraft:
    """The draft with the sides of what it takes up: "recognised it", "the talks", "the accord, signed"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    grammar, act = draft.trigger.grammar, sense.act
    if is_verb(token) and act is not None and act.recognition == "given":
        unnamed = any(n.lower_ in grammar.words.object_pronouns for n in grammar.objects(token))
        return replace(draft, recipients=recognised(frozenset(), told)) if unnamed else draft
    passive = act is not None and act.joint and is_verb(token) and grammar.is_passive(token)
    subject = is_subject(token) and draft.polarity == "positive"
    if passive or (sense.is_dialogue and subject and refers(draft.trigger)):
        return replace(draft, actors=pair(frozenset(), told))
    return draft


def _continued(
    draft: EventDraft, own: frozenset[str], told: Sequence[EventDraft]
) -> tuple[ActorMention, ...]:
    """Whom the verb before was about: "met the envoy and assured him that"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    if sense.act is not None or not sense.type.continuing or not is_verb(token):
        return ()
    nouns, pronouns = draft.trigger.grammar.objects(token), draft.trigger.grammar.words.object_pronouns
    bid = sense.type.asks and complement(token) is None
    if nouns and nouns[0].lower_ not in pronouns and not bid:
        return ()
    for earlier in reversed(told):
        if shares_doer(draft, earlier) and earlier.recipients:
            return distinct(m for m in earlier.recipients if m.code is not None and key(m) not in own)
    return ()


def _is_several(draft: EventDraft) -> bool:
    """Whether missions are meant of which the text does not say where they are: "three missions"."""
    nouns = draft.trigger.grammar.objects(draft.trigger.token) if draft.trigger.sense.is_of_mission else ()
    return any(n.tag_ == "NNS" for n in nouns)


def _counterpart(
    draft: EventDraft, own: frozenset[str], told: Sequence[EventDraft], pairs: Sequence[Pair]
) -> tuple[ActorMention, ...]:
    """The other side of what the doer was last told of; else whom it answers."""
    if _is_several(draft):
        return ()
    other = partner(own, told)
    if other:
        return other
    sense = draft.trigger.sense
    lasting = sense.mutual or sense.is_of_mission
    for named in reversed(pairs if lasting else []):
        if len(keys(named)) == 1 and not keys(named) & own:
            return distinct(named)
    answers = sense.act is not None and sense.act.answer
    if answers or sense.type.accuses or sense.type.threatens:
        return doer(own, told)
    return ()
