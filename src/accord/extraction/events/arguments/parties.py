"""The parties to events: whose a mention is, and who took part in what a report has told so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accord.countries import state_of
from accord.extraction.events.event_draft import EventDraft
from accord.records import ActorMention

# How many events back a side is looked for.
FAR = 12


def key(mention: ActorMention) -> str:
    """Which state or body a mention belongs to."""
    return state_of(mention.code, mention.actor) or mention.actor


def keys(mentions: Iterable[ActorMention]) -> frozenset[str]:
    """Which states or bodies mentions belong to."""
    return frozenset(key(m) for m in mentions)


def distinct(mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """The first mention of each side."""
    return tuple({key(m): m for m in reversed(list(mentions))}.values())[::-1]


def partner(own: frozenset[str], told: Sequence[EventDraft]) -> tuple[ActorMention, ...]:
    """The only other side of the last event that one side took part in."""
    for earlier in reversed(told[-FAR:]):
        parties = (*earlier.actors, *earlier.recipients)
        if not keys(parties) & own:
            continue
        others = [m for m in parties if m.code is not None and key(m) not in own]
        if len(keys(others)) == 1:
            return distinct(others)
    return ()


def pair(own: frozenset[str], told: Sequence[EventDraft]) -> tuple[ActorMention, ...]:
    """The two sides of the last event between two others."""
    for earlier in reversed(told[-FAR:]):
        parties = distinct(m for m in (*earlier.actors, *earlier.recipients) if m.code is not None)
        if len(parties) == 2 and not keys(parties) & own:
            return parties
    return ()


def only_other(own: frozenset[str], told: Sequence[EventDraft]) -> tuple[ActorMention, ...]:
    """The one state besides the doer's that the report has told of lately."""
    parties = [m for d in told[-FAR:] for m in (*d.actors, *d.recipients)]
    others = [m for m in parties if m.code is not None and key(m) not in own]
    return distinct(others) if len(keys(others)) == 1 else ()


def recognised(own: frozenset[str], told: Sequence[EventDraft]) -> tuple[ActorMention, ...]:
    """Whom the recognition is of that was told of last."""
    for earlier in reversed(told[-FAR:]):
        if earlier.trigger.sense.is_recognition and earlier.recipients:
            return tuple(m for m in earlier.recipients if key(m) not in own)
    return ()


def doer(own: frozenset[str], told: Sequence[EventDraft]) -> tuple[ActorMention, ...]:
    """The other state that did the last act."""
    for earlier in reversed(told[-FAR:]):
        doers = keys(earlier.actors)
        if earlier.trigger.sense.act is not None and len(doers) == 1 and not doers & own:
            return distinct(m for m in earlier.actors if m.code is not None)
    return ()


def shares_doer(draft: EventDraft, other: EventDraft) -> bool:
    """Whether a verb is joined to another: "summoned the envoy and closed the border"."""
    token = draft.trigger.token
    while token.dep_ == "conj" or (token.dep_ == "advcl" and token.tag_ == "VBG"):
        token = token.head
        if token == other.trigger.token:
            return True
    return False
