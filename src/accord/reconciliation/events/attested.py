"""Which event mentions a dossier can answer for: their sides named in the clause that tells them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.countries import NOT_STATES, state_of
from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.compare.polarity import standing
from accord.records import ActorMention, Event
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.acts import EventKind
from accord.vocabulary.event_types import EventTypes

_FORESEEN = frozenset({"open", "foreseen", "ruled out"})


class Attestation(Struct, frozen=True):
    """Tells what mentions say by themselves.

    `done_to` are the hostile types, which are news of whom they befall.
    """

    done_to: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Attestation:
        """Read the types of event.

        Raises:
            VocabularyError: their file is broken.
        """
        types = EventTypes.load(vocabulary).by_name.values()
        return cls(frozenset(type_.name for type_ in types if type_.done_to and type_.hostile))

    def judge(self, event: Event, kind: EventKind | None, cast: StoryCast, report: str) -> tuple[bool, bool]:
        """Whether a mention with named sides tells an event by itself, and whether between two of standing.

        An act needs one side that is a state, or of one, and has a name; and two sides of standing where two
        do it together or one strikes or visits the other, where a noun tells it, or where it is yet to come.
        What has no act is told as done, by one side of standing to that of another, or by a verb that says
        which person, or whose people, it befell.
        """
        sides = [_codes(side, event, cast, report) for side in (event.actors, event.recipients)]
        whole = all(sides) or (kind is not None and kind.mutual and len(sides[0]) > 1)
        is_open = standing(event.polarity, event.factuality) in _FORESEEN
        if event.act is None:
            is_done = event.polarity == "positive" and not is_open
            apart = whole and not sides[0] & sides[1]
            befalls = (
                event.type in self.done_to
                and not event.by_noun
                and (bool(sides[1]) or _is_person(event.recipients, cast, report))
            )
            return is_done and (apart or befalls), whole
        takes_two = kind is not None and (kind.mutual or (kind.placed and kind.located))
        if whole or is_open or takes_two:
            return whole, whole
        undone = event.polarity == "negative"
        proper = any(
            not m.text.islower() and state_of(m.code, m.actor) not in (None, *NOT_STATES)
            for m in (*event.actors, *event.recipients)
        )
        return any(sides) and (undone or (proper and not event.by_noun)), False


def with_named_sides(event: Event, cast: StoryCast, report: str) -> Event:
    """The event with those sides only that its own clause names, each on one side."""
    actors = tuple(m for m in event.actors if _is_named(m, event, cast, report))
    doers = {m.actor for m in actors}
    recipients = (m for m in event.recipients if _is_named(m, event, cast, report))
    return replace(event, actors=actors, recipients=tuple(m for m in recipients if m.actor not in doers))


def may_take_up(kind: EventKind | None) -> bool:
    """Whether a mention that does not tell an event by itself may take up one that another tells."""
    return kind is not None and not kind.located


def _is_named(mention: ActorMention, event: Event, cast: StoryCast, report: str) -> bool:
    """Whether the clause names who is meant; outside of acts, a common noun names nobody but itself."""
    if mention.form == "pronoun" or mention.actor in event.implied:
        return False
    known = cast.by_id.get(cast.actor(report, mention.actor))
    if known is None or known.name.casefold() == mention.text.casefold():
        return True
    return known.kind != "people" and (event.act is not None or not mention.text.islower())


def _is_person(side: Sequence[ActorMention], cast: StoryCast, report: str) -> bool:
    """Whether a person is named."""
    known = (cast.by_id.get(cast.actor(report, mention.actor)) for mention in side)
    return any(actor is not None and actor.kind == "person" for actor in known)


def _codes(side: Sequence[ActorMention], event: Event, cast: StoryCast, report: str) -> frozenset[str]:
    """The codes of whom a side names, where the reports tell them of these, not only of this event."""
    named = side if event.act is not None else [m for m in side if not m.text.islower()]
    known = (cast.by_id.get(cast.actor(report, mention.actor)) for mention in named)
    return frozenset(actor.code for actor in known if actor is not None and actor.code is not None)
