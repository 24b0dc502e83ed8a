"""What each sentence of a story holds: whom it names, its dates and figures, places and coded events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources
from accord.records import ActorMention, DossierActor, DossierEvent, Quantity, Reading, Time

_PREDICATES = frozenset({"verb", "copula", "light verb"})
# What is done to stands before a verb in the passive, as who does it before others.
_SUBJECTS = frozenset({"who", "whom", "what"})


class StoryContents(Struct, frozen=True):
    """What the sentences of a story hold, each in the order of its report; read once for all facts.

    `names` are the `DossierActor.id`s that a sentence names, `items` its dates and lengths of time, then its
    figures; `places` are those that its events are told to be at, `events` the indexes of the coded events
    that it tells.  `whole` are the sentences that say of whom or what they tell.  A sentence that holds none
    of these is not there.
    """

    names: Mapping[SentenceAt, Sequence[str]]
    items: Mapping[SentenceAt, Sequence[Time | Quantity]]
    places: Mapping[SentenceAt, Sequence[str]]
    events: Mapping[SentenceAt, Sequence[int]]
    whole: Set[SentenceAt] = frozenset()

    @classmethod
    def of(cls, sources: Sources, cast: StoryCast, events: Sequence[DossierEvent]) -> StoryContents:
        """What the sentences of `sources` hold; `events` are the dossier's."""
        names: dict[SentenceAt, list[str]] = defaultdict(list)
        items: dict[SentenceAt, list[Time | Quantity]] = defaultdict(list)
        places: dict[SentenceAt, list[str]] = defaultdict(list)
        told: dict[SentenceAt, list[int]] = defaultdict(list)
        for reading in sources.readings:
            for mention in reading.actors:
                actor = cast.by_id.get(cast.actor(reading.id, mention.actor))
                at = _sentence(sources, reading, mention.start)
                if at is not None and actor is not None and _is_name_of(mention, actor):
                    names[at].append(actor.id)
            given: tuple[Time | Quantity, ...] = (*reading.times, *reading.quantities)
            for item in given:
                at = _sentence(sources, reading, item.start)
                if at is not None:
                    items[at].append(item)
            for event in reading.events:
                if event.place is not None:
                    places[SentenceAt(reading.id, event.sentence)].append(" ".join(event.place.text.split()))
        for number, happened in enumerate(events):
            for evidence in (each.evidence for each in happened.mentions):
                index = sources.sentence_at(evidence.report, evidence.start)
                if index is not None:
                    told[SentenceAt(evidence.report, index)].append(number)
        return cls(names, items, places, told, frozenset(_whole(sources)))


def _whole(sources: Sources) -> Iterator[SentenceAt]:
    """The sentences of which a predicate has a subject: "Two died", and not "Will be back soon"."""
    for reading in sources.readings:
        for told in reading.propositions:
            before = (each.role for each in told.arguments if each.start < told.start)
            if told.form in _PREDICATES and not _SUBJECTS.isdisjoint(before):
                yield SentenceAt(reading.id, told.sentence)


def _sentence(sources: Sources, reading: Reading, offset: int) -> SentenceAt | None:
    index = sources.sentence_at(reading.id, offset)
    return None if index is None else SentenceAt(reading.id, index)


def _is_name_of(mention: ActorMention, actor: DossierActor) -> bool:
    """Whether a mention names the actor itself, and not something of it ("German", "the spokesman")."""
    return mention.form == "name" and (actor.kind != "state" or mention.text == actor.name)
