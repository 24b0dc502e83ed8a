"""The sides of an event: people of no known side as the other side's own, and whether enough are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.countries import state_of
from accord.extraction.events.discourse.anaphora import (
    half_told,
    identified,
    refers,
    strikes_named,
)
from accord.extraction.events.merge import Draft
from accord.extraction.parse.clauses import (
    is_passive,
    is_verb,
    lemma_of,
    phrases,
)
from accord.extraction.parse.grammar import subjects
from accord.extraction.parse.grammar_words import event_words
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast

# Deeds that are news though nobody says who did them.
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
# What a state and its own people do to each other.
_DOMESTIC = frozenset({
    "COERCE", "CONCEDE", "PROTEST", "REQUEST", "RETREAT", "ACCUSE", "REJECT", "THREATEN",
})  # fmt: skip
# Who strikes is told, or not known.
_STRUCK = _DOMESTIC | {"ASSAULT"}
# Force abroad strikes others; these strike at home.
_ABROAD = frozenset({"MIL", "SPY"})
_COMMON = frozenset({"title", "description", "pronoun"})


def stands(draft: Draft) -> bool:
    """Whether a trigger names enough sides, or refers back to an event that may."""
    sense, sides = draft.trigger.sense, len(draft.actors) + len(draft.recipients)
    if sense.named and not (_is_known(draft.actors) and _is_known(draft.recipients)):
        return False
    if sense.act is None:
        if draft.recipients and sense.type in _DONE_TO and _is_told(draft.trigger.token, sense.type):
            return True
        if sense.home and sense.type == "PROTEST" and draft.recipients and subjects(draft.trigger.token):
            return True  # "Crowds gathered outside the parliament in Oslo".
        if sense.one or sense.mutual:
            return bool(draft.actors) and (sense.one or sides > 1)
        return bool(draft.actors and draft.recipients)
    if sense.act == "visit":
        return bool(draft.actors and draft.recipients)
    if sense.act == "talks" and any(m.code is None and m.form == "description" for m in draft.recipients):
        return False
    if sense.act == "recognise" and is_verb(draft.trigger.token):
        return bool(draft.recipients)
    if half_told(draft):
        return True
    if sides == 0:
        if identified(draft.trigger):
            return True
        denied = draft.polarity == "negative" and draft.trigger.site.support is not None
        return denied or refers(draft.trigger) or strikes_named(draft.trigger)
    if sense.mutual:
        return sides > 1
    return True


def _is_known(mentions: tuple[ActorMention, ...]) -> bool:
    return any(mention.code is not None for mention in mentions)


def _is_told(trigger: Token, type_: str) -> bool:
    """Whether a deed stands without its doer: a passive clause, not "men armed with rifles", or a blast."""
    if trigger.dep_ in {"acl", "amod", "advcl"}:
        return False
    if type_ == "ASSAULT" and any(lemma_of(noun) in event_words().blasts for noun in subjects(trigger)):
        return True
    return is_passive(trigger)


def at_home(draft: Draft, cast: Cast) -> Draft:
    """The draft with the state of those sides of which the report tells none."""
    sense = draft.trigger.sense
    if sense.type not in _STRUCK or (sense.act is not None and sense.act != "delist"):
        return draft
    state = _only_state(draft, cast)
    if state is None and sense.type == "PROTEST" and not draft.actors:
        state = _state_of_place(draft, cast)  # "Crowds marched in Taipei against Chinese plans".
    if state is None:
        return draft
    of_doer = any(m.code == state for m in draft.actors)
    if sense.type == "PROTEST" and not draft.actors:
        return replace(draft, actors=_unnamed(draft, state))
    if of_doer and draft.recipients and _unplaced(draft.recipients):
        if sense.type != "ASSAULT" or not _strikes_abroad(draft.actors, cast):
            return replace(draft, recipients=_placed(draft.recipients, state))
    elif of_doer and not draft.recipients and sense.home:
        doer = next(m for m in draft.actors if m.code == state)
        return replace(draft, recipients=(replace(doer, actor=state, form="metonym"),))
    elif sense.home and not draft.recipients and _unplaced(draft.actors):
        doer = draft.actors[0]
        recipients = (replace(doer, actor=state, code=state, form="metonym"),)
        return replace(draft, actors=_placed(draft.actors, state), recipients=recipients)
    elif _done_by_own(draft, state):
        return replace(draft, actors=_placed(draft.actors, state))
    return draft


def _state_of_place(draft: Draft, cast: Cast) -> str | None:
    """The state in which a trigger says it happens."""
    nouns = phrases(draft.trigger.token).get("in", ())
    codes = {p.code for p in cast.places for n in nouns if p.start <= n.idx < p.end and p.code is not None}
    return next(iter(codes)) if len(codes) == 1 else None


def _unnamed(draft: Draft, state: str) -> tuple[ActorMention, ...]:
    """The people who protest, where no actor is known by their name: "crowds"."""
    doers = subjects(draft.trigger.token)
    return tuple(
        ActorMention(t.idx, t.idx + len(t), t.text, state, state, form="description") for t in doers[:1]
    )


def _done_by_own(draft: Draft, state: str) -> bool:
    """Whether those who act towards a state may be taken for its own."""
    sense = draft.trigger.sense
    if sense.type not in _DOMESTIC or not _unplaced(draft.actors):
        return False
    return any(m.code == state for m in draft.recipients)


def _only_state(draft: Draft, cast: Cast) -> str | None:
    """The one state that the clause of a draft names; None where it names none or several."""
    start, end = _clause(draft.trigger.token)
    named = (*cast.within(start, end), *draft.actors, *draft.recipients)
    codes = {state_of(m.code, m.actor) for m in named}
    codes |= {p.code for p in cast.places if start <= p.start < end}
    states = codes - {None}
    return next(iter(states)) if len(states) == 1 else None


def _clause(token: Token) -> tuple[int, int]:
    """The characters of the clause a trigger stands in, without who tells it ("..., officials said")."""
    while token.head != token and token.dep_ not in {"ccomp", "parataxis"}:
        token = token.head
    edges = token.left_edge, token.right_edge
    return edges[0].idx, edges[1].idx + len(edges[1])


def _unplaced(mentions: tuple[ActorMention, ...]) -> bool:
    """Whether all are people or bodies of no known state, and not said to be foreign."""
    return bool(mentions) and all(
        m.code is None and (m.form in _COMMON or m.form == "name") and not is_foreign(m) for m in mentions
    )


def is_foreign(mention: ActorMention) -> bool:
    """Whether a mention is said to be of no side, or of another."""
    return not event_words().foreign.isdisjoint(mention.text.lower().split())


def _strikes_abroad(actors: tuple[ActorMention, ...], cast: Cast) -> bool:
    return any(
        m.sector in _ABROAD or ((e := cast.by_id.get(m.actor)) is not None and e.kind == "state")
        for m in actors
    )


def _placed(mentions: tuple[ActorMention, ...], state: str) -> tuple[ActorMention, ...]:
    return tuple(replace(mention, code=state) for mention in mentions)
