"""Event mentions of all reports joined to the happenings they tell of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.grouping.terms import Weigher
from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.compare import time as times
from accord.reconciliation.compare.actor import Party
from accord.reconciliation.compare.polarity import Standing, standing
from accord.reconciliation.coreference.join import Coreference
from accord.reconciliation.events.attested import Attestation, may_take_up, with_named_sides
from accord.reconciliation.events.clusters import cluster
from accord.reconciliation.events.event_kinds import EventKinds
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.untyped_events import UntypedEventJoiner
from accord.reconciliation.sources import Sources
from accord.records import ActorMention, Event, Place
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.acts import EventKind


class Happening(Struct, frozen=True):
    """Mentions of one happening, in order of report and character; never empty."""

    key: str
    kind: EventKind | None
    mentions: tuple[Told, ...]

    @property
    def standing(self) -> Standing:
        """What the mentions have in common: done, not done (or denied), foreseen, or ruled out."""
        return _group(self.mentions[0].standing)

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that tell of it, sorted."""
        return tuple(sorted({told.report for told in self.mentions}))

    @property
    def witnesses(self) -> tuple[Told, ...]:
        """The mentions that count: those in running text, or a report's headline if it has no other."""
        telling = {told.report for told in self.mentions if told.witness}
        return tuple(t for t in self.mentions if t.witness or t.report not in telling)

    def parties(self, side: str) -> tuple[Party, ...]:
        """The distinct parties of a side ("actors", "recipients" or "both"), sorted by identifier."""
        found: dict[str, Party] = {}
        for told in self.mentions:
            for party in told.side(side):
                if party.id not in found or party.certain:
                    found[party.id] = party
        return tuple(found[id_] for id_ in sorted(found))


class EventJoiner(Struct, frozen=True):
    """Joins event mentions: those of a known kind by the kind, all others by coreference."""

    kinds: EventKinds
    attestation: Attestation
    coreference: Coreference
    weigher: Weigher

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED, *, weigher: Weigher | None = None) -> EventJoiner:
        """Read the vocabulary; `weigher` where it has been read already.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(
            EventKinds.load(vocabulary),
            Attestation.load(vocabulary),
            Coreference.load(vocabulary),
            weigher or Weigher.load(vocabulary),
        )

    def join(self, sources: Sources, cast: StoryCast) -> tuple[Happening, ...]:
        """Join the event mentions of a story to happenings, in order of their first mention."""
        blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
        kind_of: dict[str, EventKind | None] = {}
        for reading in sources.readings:
            for read in reading.events:
                named = with_named_sides(read, cast, reading.id)
                kind = self.kinds.of(named)
                key = self.kinds.key(named)
                kind_of[key] = kind
                attested, whole = self.attestation.judge(named, kind, cast, reading.id)
                told = _told(sources, cast, reading.id, read if _names_nobody(named) else named, kind)
                told = replace(told, attested=attested, whole=whole)
                if not (told.attested or may_take_up(kind)):
                    continue
                blocks[key, _group(told.standing)].append(told)
        untyped = UntypedEventJoiner(sources, cast, self.coreference, self.weigher)
        joined = [
            Happening(_named(key, mentions), kind_of[key], _without_reprints(mentions, sources))
            for (key, _), block in sorted(blocks.items())
            for mentions in _clusters(block, kind_of[key], untyped)
            if any(told.attested for told in mentions)
        ]
        return tuple(sorted(joined, key=lambda h: (h.mentions[0].place, h.key)))


def _names_nobody(event: Event) -> bool:
    """Whether the clause of an act leaves its sides to what was told before: "The embargo was not lifted"."""
    return event.act is not None and not (event.actors or event.recipients)


def _clusters(
    block: Sequence[Told], kind: EventKind | None, untyped: UntypedEventJoiner
) -> Iterator[list[Told]]:
    """The mentions of a block by happening; of acts that are not known, coreference tells which are akin."""
    if kind is not None or block[0].event.act is not None:
        yield from cluster(block, kind)
        return
    for akin in untyped.groups(block):
        yield from cluster(akin, None, akin=True)


def _named(key: str, mentions: Sequence[Told]) -> str:
    """The key, with the word of the first mention where the act is not known."""
    first = min(mentions, key=lambda told: told.place).event
    return key if first.act is not None else f"{key}:{first.lemma or first.text.casefold()}"


def _told(sources: Sources, cast: StoryCast, report: str, event: Event, kind: EventKind | None) -> Told:
    actors, recipients = (_parties(cast, report, side) for side in (event.actors, event.recipients))
    if kind is not None and event.act in kind.mirrored:
        actors, recipients = recipients, actors
    where = event.place.code if event.place else None
    if kind is not None and kind.placed and not recipients and where in cast.by_id and where is not None:
        recipients = (cast.party(where),)
    sentence = sources.reading(report).sentences[event.sentence]
    return Told(
        report=report,
        event=event,
        actors=actors,
        recipients=recipients,
        standing=standing(event.polarity, event.factuality),
        span=times.span_of(event.time) if event.time else times.Span(),
        witness=sources.is_witness(report, event.sentence),
        terms=frozenset(sentence.terms),
        venue=_venue(event.place, kind, recipients, cast),
    )


def _venue(
    place: Place | None, kind: EventKind | None, recipients: tuple[Party, ...], cast: StoryCast
) -> Place | None:
    """The place, but for that of whom a state's decree is about ("the government in Utopia")."""
    if place is None or kind is None or not kind.decreed:
        return place
    country = cast.by_id.get(place.code or "")
    if country is not None and place.text.casefold().removeprefix("the ") == country.name.casefold():
        return None
    states = {cast.by_id[party.id].code for party in recipients if party.id in cast.by_id}
    return None if place.code in states or not recipients else place


def _parties(cast: StoryCast, report: str, mentions: Iterable[ActorMention]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for mention in mentions:
        id_ = cast.actor(report, mention.actor)
        certain = mention.form in {"name", "metonym"}
        if id_ not in found or certain:
            found[id_] = cast.party(id_, certain)
    return tuple(found[id_] for id_ in sorted(found))


def _group(value: Standing) -> Standing:
    return {"denied": "not done", "open": "foreseen"}.get(value, value)  # type: ignore[return-value]


def _without_reprints(mentions: list[Told], sources: Sources) -> tuple[Told, ...]:
    """The mentions in order, without those of a sentence that its report prints a second time."""
    kept: list[Told] = []
    seen: set[tuple[str, str, int]] = set()
    for told in sorted(mentions, key=lambda t: t.place):
        sentence = sources.sentence(told.report, told.event.sentence)
        mark = (told.report, " ".join(sentence.text.casefold().split()), told.event.start - sentence.start)
        if mark not in seen:
            seen.add(mark)
            kept.append(told)
    return tuple(kept)
