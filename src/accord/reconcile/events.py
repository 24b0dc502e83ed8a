"""Event mentions of all reports joined to the happenings they tell of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from accord.reconcile.actors import StoryCast
from accord.reconcile.compare import time as times
from accord.reconcile.compare.actor import Party, compare_sides
from accord.reconcile.compare.place import compare as compare_places
from accord.reconcile.compare.place import spot_of
from accord.reconcile.compare.polarity import Standing, standing
from accord.reconcile.happenings import Kind, Kinds
from accord.reconcile.sources import Sources
from accord.records import ActorMention, Event

# A mention of an untyped act joins a happening only where the sentences share this much.
_LIKE_SENTENCES = 0.25


@dataclass(frozen=True)
class Told:
    """An event mention with its report, seen from the side of its kind that is not mirrored."""

    report: str
    event: Event
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    standing: Standing
    span: times.Span
    witness: bool
    terms: frozenset[str]

    @property
    def place(self) -> tuple[str, int]:
        """Where the mention stands: its report and the index of its first character."""
        return self.report, self.event.start


@dataclass(frozen=True)
class Happening:
    """Mentions of one happening, in order of report and character; never empty."""

    key: str
    kind: Kind | None
    mentions: tuple[Told, ...]

    @property
    def standing(self) -> Standing:
        """What the mentions have in common: done, not done (or denied), or foreseen."""
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
        """The distinct actors or recipients (`side`) of all mentions, sorted by identifier."""
        found: dict[str, Party] = {}
        for told in self.mentions:
            for party in told.actors if side == "actors" else told.recipients:
                if party.id not in found or party.certain:
                    found[party.id] = party
        return tuple(found[id_] for id_ in sorted(found))


def join_events(sources: Sources, cast: StoryCast, kinds: Kinds) -> tuple[Happening, ...]:
    """Join the event mentions of a story to happenings, in order of their first mention."""
    blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
    kind_of: dict[str, Kind | None] = {}
    for reading in sources.readings:
        for event in reading.events:
            kind = kinds.of(event)
            key = kinds.key(event)
            kind_of[key] = kind
            told = _told(sources, cast, reading.id, event, kind)
            blocks[key, _group(told.standing)].append(told)
    joined = [
        Happening(key, kind_of[key], _without_reprints(cluster, sources))
        for (key, _), block in sorted(blocks.items())
        for cluster in _cluster(block, kind_of[key])
    ]
    return tuple(sorted(joined, key=lambda h: (h.mentions[0].place, h.key)))


def _told(sources: Sources, cast: StoryCast, report: str, event: Event, kind: Kind | None) -> Told:
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
    )


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


def _cluster(block: list[Told], kind: Kind | None) -> list[list[Told]]:
    """Clusters of mentions; those that say most come first, so that sparse ones find them."""
    clusters: list[list[Told]] = []
    order = sorted(block, key=lambda t: (-bool(t.actors) - bool(t.recipients), t.place))
    for told in order:
        scored = [(_fit(told, cluster, kind), -at) for at, cluster in enumerate(clusters)]
        best = max(scored, default=(0.0, 0))
        if best[0] > 0 and (told.actors or told.recipients or _unrivalled(best[0], scored)):
            clusters[-best[1]].append(told)
        else:
            clusters.append([told])
    return clusters


def _unrivalled(best: float, scored: list[tuple[float, int]]) -> bool:
    return sum(score >= best for score, _ in scored) == 1


def _fit(told: Told, cluster: list[Told], kind: Kind | None) -> float:
    """How well a mention fits a cluster; 0 where it does not."""
    sides = _fit_sides(told, cluster, kind)
    if sides is None or (_group(told.standing) == "not done" and not _named_alike(told, cluster)):
        return 0.0
    once = kind is not None and kind.once
    whole = bool(told.actors and told.recipients) and sides >= 2
    if not (once and (whole or told.standing == "not done")) and _excluded(told, cluster):
        return 0.0
    likeness = max(_likeness(told.terms, other.terms) for other in cluster)
    near = any(other.report == told.report for other in cluster)
    if kind is None and told.event.act is None and (sides < 2 or likeness < _LIKE_SENTENCES):
        return 0.0
    if sides < 2 and not once and likeness < _LIKE_SENTENCES and not (near and sides == 0):
        return 0.0
    if not told.actors and _group(told.standing) == "not done" and likeness < _LIKE_SENTENCES:
        return 0.0
    return 1.0 + 2 * sides + likeness + (2.0 if near and sides == 0 else 0.0)


def _named_alike(told: Told, cluster: list[Told]) -> bool:
    """What nobody in particular has not done is not what someone has not done."""
    return all(bool(told.actors) == bool(other.actors) for other in cluster)


def _fit_sides(told: Told, cluster: list[Told], kind: Kind | None) -> int | None:
    """How many sides are the same, or None where a side is another's."""
    if kind is not None and kind.mutual:
        here = told.actors + told.recipients
        there = tuple(p for other in cluster for p in other.actors + other.recipients)
        if not here or not there:
            return 0
        shared = [p for p in here if compare_sides((p,), there) in {"agrees", "refines"}]
        return min(2, len(shared)) if len(shared) == len(here) or len(shared) >= 2 else None
    score = 0
    for here, there in (
        (told.actors, tuple(p for other in cluster for p in other.actors)),
        (told.recipients, tuple(p for other in cluster for p in other.recipients)),
    ):
        if not here or not there:
            continue
        answer = compare_sides(here, there)
        if answer in {"agrees", "refines"}:
            score += 1
        elif answer == "contradicts" or not (kind and kind.once):
            return None
    return score


def _excluded(told: Told, cluster: list[Told]) -> bool:
    answers = {times.compare(told.span, other.span) for other in cluster}
    if "contradicts" in answers and not answers & {"agrees", "refines"}:
        return True
    for other in cluster:
        here, there = told.event.place, other.event.place
        if here and there and compare_places(spot_of(here, False), spot_of(there, False)) == "contradicts":
            return True
    return False


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _without_reprints(cluster: list[Told], sources: Sources) -> tuple[Told, ...]:
    """The mentions in order, without those of a sentence that its report prints a second time."""
    kept: list[Told] = []
    seen: set[tuple[str, str, int]] = set()
    for told in sorted(cluster, key=lambda t: t.place):
        sentence = sources.sentence(told.report, told.event.sentence)
        mark = (told.report, " ".join(sentence.text.casefold().split()), told.event.start - sentence.start)
        if mark not in seen:
            seen.add(mark)
            kept.append(told)
    return tuple(kept)
