"""The other side of an event, from the events that a report has told before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.countries import state_of
from accord.extraction.events.arguments.participants import is_foreign
from accord.extraction.events.arguments.parties import (
    distinct,
    doer,
    family,
    key,
    keys,
    only_other,
    pair,
    partner,
    recognised,
    shares_doer,
)
from accord.extraction.events.discourse.anaphora import (
    Deeds,
    refers,
)
from accord.extraction.events.merge import Draft
from accord.extraction.parse.clauses import (
    children,
    complement,
    is_passive,
    is_verb,
    lemma_of,
    phrases,
)
from accord.extraction.parse.grammar import (
    objects,
    subjects,
    topics,
)
from accord.extraction.parse.grammar_words import event_words
from accord.records import ActorMention

if TYPE_CHECKING:
    from accord.extraction.events.triggers.event_lexicon import Lexicon

# CAMEO code of a diplomatic protest.
_PROTEST = "114"
# Acts that are not between two states, or whose other side their own words name.
_WITHIN = frozenset({
    "recognise-state", "recognise-government", "recognise", "designate", "delist", "seize-power", "visit",
    "talks", "withdraw-recognition", "withdraw-troops",
})  # fmt: skip
# Types that go on with whom the verb before them was about: "met the envoy and assured him".
_CONTINUING = frozenset({"AGREE", "REQUEST", "THREATEN", "SANCTION", "REJECT", "SUPPORT", "ACCUSE", "AID"})
_PERSONAL = frozenset({"him", "her", "them", "it"})
# CAMEO code of mediation.
_MEDIATION = "045"
_TWO = frozenset({"both", "two"})
# What is said or done towards another, whoever that is.
_TOWARDS = frozenset({"ACCUSE", "SUPPORT", "THREATEN", "REQUEST", "REJECT"})
# Acts that two sides have done together where it is told without a doer.
_JOINT = frozenset(
    {"sign-treaty", "ratify-treaty", "appoint-charge", "establish-relations", "resume-relations"}
)
# What is said of another's deed.
_REACTIONS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "AGREE", "THREATEN"})
# Types that take two states where they have no act.
_BILATERAL = frozenset({"SANCTION", "RETREAT", "ACCUSE", "THREATEN", "MOBILIZE", "COERCE"})
# Acts by which one state answers another.
_ANSWERS = frozenset({
    "recall-ambassador", "sever-relations", "interrupt-relations", "expel", "lower-mission", "attack",
})  # fmt: skip
_NEAR = 4

Pair = tuple[ActorMention, ...]
"""Whom relations are spoken of with."""


class Counterparts:
    """Completes events by what a report has told before them.

    A side is taken over only where one candidate is there: the doer of what is reacted to ("hailed the
    move"), the other side of what the doer was last told of, or of relations spoken of ("its ties with").
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._deeds = Deeds(lexicon)

    def complete(
        self, draft: Draft, before: Sequence[Draft], here: Sequence[Draft], pairs: Sequence[Pair]
    ) -> Draft:
        """The draft with its other side, where what was told `before`, or `here`, in its sentence, has it.

        `pairs` are whom relations were spoken of with, the last ones last.
        """
        told = [*before, *here]
        draft = _placed(_joint(_between_states(draft, told), told), told)
        if draft.trigger.sense.type == "MOBILIZE" and keys(draft.actors) == keys(draft.recipients):
            # Where the troops stand at home says nothing of whom they face.
            return replace(draft, recipients=partner(keys(draft.actors), told) or draft.recipients)
        if draft.actors and not draft.recipients:
            if len(draft.actors) > 1 and draft.trigger.sense.mutual:
                return draft
            own = keys(draft.actors)
            others = (
                _both(draft, own, told) or self._reacted_to(draft, own, told) or _continued(draft, own, told)
            )
            if not others and family(draft.trigger.sense.act) in {"recognise", "withdraw-recognition"}:
                others = recognised(own, told)
            if not others and _mediates(draft):
                others = pair(own, told)
            if not others and _is_bilateral(draft) and len(own) == 1:
                others = _counterpart(draft, own, told, pairs)
            if not others and len(own) == 1 and _is_towards(draft) and self._may_be_of_other(draft):
                others = only_other(own, before) or partner(own, before[-_NEAR:])
            return replace(draft, recipients=others) if others else draft
        if not draft.actors and not draft.recipients:
            return _taken_up(draft, told)
        if draft.recipients and not draft.actors and _is_bilateral(draft):
            own = keys(draft.recipients)
            if len(own) == 1:
                return replace(draft, actors=partner(own, told))
        return draft

    def is_of_deed(self, draft: Draft) -> bool:
        """Whether a state is told to praise or blame what the report calls a deed, whoever did it."""
        if not _is_towards(draft) or len(draft.actors) != 1 or draft.actors[0].code is None:
            return False
        return self._deeds.are(objects(draft.trigger.token)[:1])

    def _reacted_to(
        self, draft: Draft, own: frozenset[str], told: Sequence[Draft]
    ) -> tuple[ActorMention, ...]:
        """The doers of what is praised, blamed or rejected: of "the strikes", of "the move"."""
        sense = draft.trigger.sense
        if sense.type not in _REACTIONS or not is_verb(draft.trigger.token):
            return ()
        for noun in objects(draft.trigger.token)[:1]:
            earlier = self._deeds.event_of(noun, own, told)
            if earlier is not None:
                sides = earlier.actors
                if earlier.trigger.sense.mutual:
                    sides = (*sides, *earlier.recipients)
                return distinct(m for m in sides if key(m) not in own)
        return ()

    def _may_be_of_other(self, draft: Draft) -> bool:
        """Whether nothing but the other side is left to be meant: not "denounced the weather"."""
        nouns = objects(draft.trigger.token)[:1]
        return not nouns or draft.trigger.sense.type == "REQUEST" or self._deeds.are(nouns)


def _between_states(draft: Draft, told: Sequence[Draft]) -> Draft:
    """A protest by a state itself, which is one to another state: "Lima protested"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    by_state = len(draft.actors) == 1 and draft.actors[0].actor == draft.actors[0].code
    own = keys(draft.actors)
    if (
        sense.type != "PROTEST"
        or not by_state
        or lemma_of(token) != "protest"
        or keys(draft.recipients) - own
    ):
        return draft
    named = children(token, "dobj") or [t for t in subjects(token) if t.pos_ != "PROPN"]
    other = partner(own, told)
    if named or not other:
        return draft
    spoken = replace(sense, type="ACCUSE", mode="disapprove", cameo=_PROTEST, home=False)
    return replace(draft, trigger=replace(draft.trigger, sense=spoken), recipients=other)


def _joint(draft: Draft, told: Sequence[Draft]) -> Draft:
    """The draft with the two that "the parties" or "the two" are, where they do something together."""
    verb = draft.trigger.site.verb
    if any(m.code is not None for m in draft.actors) or not is_verb(verb):
        return draft
    for noun in topics(verb):
        determined = {c.lower_ for c in noun.children}
        plural = noun.tag_ == "NNS" and lemma_of(noun) in event_words().parties and "the" in determined
        if plural or noun.lower_ in _TWO or (lemma_of(noun) in event_words().sides and determined & _TWO):
            two = pair(keys(draft.recipients), told)
            return replace(draft, actors=two) if two else draft
    return draft


def _placed(draft: Draft, told: Sequence[Draft]) -> Draft:
    """The draft with the state of doers of whom the report does not say whose they are.

    "The ministry summoned the Chilean envoy", after what Peru and Chile did: Peru's.
    """
    if not draft.actors or any(m.code is not None or m.form == "pronoun" for m in draft.actors):
        return draft
    own = keys(draft.recipients)
    if len(own) != 1 or any(m.code is None for m in draft.recipients) or draft.trigger.sense.act in _WITHIN:
        return draft
    other = partner(own, told)
    state = state_of(other[0].code, other[0].actor) if len(other) == 1 else None
    if state is None or any(is_foreign(m) for m in draft.actors):
        return draft
    return replace(draft, actors=tuple(replace(m, code=state) for m in draft.actors))


def _is_towards(draft: Draft) -> bool:
    """Whether a clause tells what is said to somebody without naming whom: "and demanded guarantees"."""
    sense, verb = draft.trigger.sense, draft.trigger.token
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ == "aux" for c in verb.children)
    told = draft.factuality in {"asserted", "reported"}
    return (
        draft.pending and sense.act is None and sense.type in _TOWARDS and is_verb(verb) and finite and told
    )


def _mediates(draft: Draft) -> bool:
    """Whether a draft tells of mediation, or of an offer of it."""
    sense = draft.trigger.sense
    return sense.cameo == _MEDIATION or (sense.type == "AGREE" and "mediation" in sense.contexts)


def _both(draft: Draft, own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """The two whom "both sides" are, where no other phrase tells it."""
    token = draft.trigger.token
    found = phrases(token)
    nouns = (*objects(token), *(n for name in ("on", "to", "between") for n in found.get(name, ())))
    if any(lemma_of(n) in event_words().sides and any(c.lower_ in _TWO for c in n.children) for n in nouns):
        return pair(own, told)
    return ()


def _taken_up(draft: Draft, told: Sequence[Draft]) -> Draft:
    """The draft with the sides of what it takes up: "recognised it", "the talks", "the accord, signed"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    if is_verb(token) and family(sense.act) == "recognise":
        unnamed = any(n.lower_ in _PERSONAL for n in objects(token))
        return replace(draft, recipients=recognised(frozenset(), told)) if unnamed else draft
    passive = is_verb(token) and is_passive(token) and sense.act in _JOINT
    subject = token.dep_ in {"nsubj", "nsubjpass"} and draft.polarity == "positive"
    if passive or (sense.act == "talks" and subject and refers(draft.trigger)):
        return replace(draft, actors=pair(frozenset(), told))
    return draft


def _continued(draft: Draft, own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """Whom the verb before was about: "met the envoy and assured him that"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    if sense.act is not None or sense.type not in _CONTINUING or not is_verb(token):
        return ()
    nouns = objects(token)
    bid = sense.type == "REQUEST" and complement(token) is None
    if nouns and nouns[0].lower_ not in _PERSONAL and not bid:
        return ()
    for earlier in reversed(told):
        if shares_doer(draft, earlier) and earlier.recipients:
            return distinct(m for m in earlier.recipients if m.code is not None and key(m) not in own)
    return ()


def _is_bilateral(draft: Draft) -> bool:
    """Whether an event is one between two states, of which one is named."""
    sense = draft.trigger.sense
    named = (*draft.actors, *draft.recipients)
    if any(m.code is None for m in named) or not is_verb(draft.trigger.token):
        return False
    if sense.act is None:
        protests = sense.type != "ACCUSE" or sense.cameo == _PROTEST
        told = draft.factuality in {"asserted", "reported"}
        return sense.type in _BILATERAL and protests and told and not sense.home
    return sense.act not in _WITHIN


def _is_several(draft: Draft) -> bool:
    """Whether missions are meant of which the text does not say where they are: "three missions"."""
    many = (draft.trigger.sense.act or "").endswith("-mission")
    return many and any(n.tag_ == "NNS" for n in objects(draft.trigger.token))


def _counterpart(
    draft: Draft, own: frozenset[str], told: Sequence[Draft], pairs: Sequence[Pair]
) -> tuple[ActorMention, ...]:
    """The other side of what the doer was last told of; else whom it answers."""
    if _is_several(draft):
        return ()
    other = partner(own, told)
    if other:
        return other
    lasting = draft.trigger.sense.mutual or (draft.trigger.sense.act or "").endswith("-mission")
    for named in reversed(pairs if lasting else []):
        if len(keys(named)) == 1 and not keys(named) & own:
            return distinct(named)
    if draft.trigger.sense.act in _ANSWERS or draft.trigger.sense.type in {"ACCUSE", "THREATEN"}:
        return doer(own, told)
    return ()
