"""Records of facts: their quotations, what they tell of whom, when and how many, and how sure they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.facts.alignment import FactGroup, SentenceAt, align_facts
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.facts.quotation import FactQuoter
from accord.reconciliation.facts.weight import weightiest
from accord.reconciliation.sources import Sources
from accord.records import (
    ActorMention,
    Conflict,
    Dossier,
    DossierActor,
    DossierEvent,
    Evidence,
    Fact,
    FactValue,
    Quantity,
    Time,
    Verdict,
)
from accord.verdict import agreed
from accord.vocabulary import PACKAGED, Vocabulary

_DAY = len("2015-07-20")


class FactRecorder(Struct, frozen=True):
    """Makes the facts of a story, once all else of its dossier is known."""

    words: FactWords

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> FactRecorder:
        """Read the words.

        Raises:
            VocabularyError: the file is broken.
        """
        return cls(FactWords.load(vocabulary))

    def tell(self, dossier: Dossier, sources: Sources, cast: StoryCast) -> Dossier:
        """The dossier with its facts, and with the fact that each of its conflicts is about."""
        groups = weightiest(align_facts(sources, self.words), sources)
        facts = tuple(self._fact(rank, group, dossier, sources, cast) for rank, group in enumerate(groups, 1))
        conflicts = tuple(replace(one, fact=_fact_of(one, facts)) for one in dossier.conflicts)
        return replace(dossier, facts=facts, conflicts=conflicts)

    def _fact(self, rank: int, group: FactGroup, dossier: Dossier, sources: Sources, cast: StoryCast) -> Fact:
        evidence = tuple(sources.sentence(at.report, at.index) for at in group.sentences)
        quoted = FactQuoter(self.words).clearest(group, sources)
        return Fact(
            id=f"fact-{rank}",
            text=" ".join(sources.sentence(quoted.report, quoted.index).text.split()),
            rank=rank,
            verdict=_verdict(evidence, dossier),
            who=_who(quoted, group, sources, cast),
            when=_when(quoted, group, sources),
            where=_where(group, sources),
            values=_values(group, sources),
            events=_events(evidence, dossier.events),
            evidence=evidence,
        )


def _verdict(evidence: Sequence[Evidence], dossier: Dossier) -> Verdict:
    """Contested where two sides of a contradiction lie in what is quoted for it."""
    for conflict in dossier.conflicts:
        inside = [side for side in conflict.sides if any(_lies_in(item, evidence) for item in side.evidence)]
        if conflict.nature == "contradiction" and len(inside) > 1:
            reports = {item.report for side in inside for item in side.evidence if _lies_in(item, evidence)}
            return "contested" if len(reports) > 1 else "inconsistent"
    return agreed(evidence, dossier.origins)


def _fact_of(conflict: Conflict, facts: Sequence[Fact]) -> str | None:
    """The fact in whose quotations most of a conflict's lie; the weightiest of as many."""
    quoted = [item for side in conflict.sides for item in side.evidence]
    counts = [sum(_lies_in(item, fact.evidence) for item in quoted) for fact in facts]
    most = max(counts, default=0)
    return facts[counts.index(most)].id if most else None


def _lies_in(item: Evidence, evidence: Iterable[Evidence]) -> bool:
    return any(
        one.report == item.report and one.start < item.end and item.start < one.end for one in evidence
    )


def _who(quoted: SentenceAt, group: FactGroup, sources: Sources, cast: StoryCast) -> tuple[str, ...]:
    """The actors that the quoted sentence names, as far as another report that tells it names them too."""
    named: Counter[str] = Counter()
    for report in group.reports:
        told = {at.index for at in group.sentences if at.report == report}
        named.update({actor for actor, index in _named(report, sources, cast) if index in told})
    own = [actor for actor, index in _named(quoted.report, sources, cast) if index == quoted.index]
    fewest = 2 if len(group.reports) > 1 else 1
    return tuple(dict.fromkeys(actor for actor in own if named[actor] >= fewest))


def _named(report: str, sources: Sources, cast: StoryCast) -> Iterator[tuple[str, int]]:
    """The actors that a report names, in order, each with its sentence."""
    for mention in sources.reading(report).actors:
        index = sources.sentence_at(report, mention.start)
        actor = cast.by_id.get(cast.actor(report, mention.actor))
        if index is not None and actor is not None and _is_name_of(mention, actor):
            yield actor.id, index


def _is_name_of(mention: ActorMention, actor: DossierActor) -> bool:
    """Whether a mention names the actor itself, and not something of it ("German", "the spokesman")."""
    return mention.form == "name" and (actor.kind != "state" or mention.text == actor.name)


def _when(quoted: SentenceAt, group: FactGroup, sources: Sources) -> str | None:
    """The one day that the quoted sentence gives, where no other gives another."""
    days: dict[str, set[SentenceAt]] = {}
    for at, item in _items(group, sources):
        if isinstance(item, Time) and item.type in {"DATE", "TIME"} and item.edtf is not None:
            days.setdefault(item.edtf, set()).add(at)
    if len(days) != 1:
        return None
    ((day, places),) = days.items()
    return day if len(day) == _DAY and quoted in places else None


def _where(group: FactGroup, sources: Sources) -> str | None:
    """The one place that the events of the sentences are told to be at."""
    told = {(at.report, at.index) for at in group.sentences}
    places = {
        " ".join(event.place.text.split())
        for report in group.reports
        for event in sources.reading(report).events
        if event.place is not None and (report, event.sentence) in told
    }
    return places.pop() if len(places) == 1 else None


def _values(group: FactGroup, sources: Sources) -> tuple[FactValue, ...]:
    """The dates and figures of the sentences, each with where it is given."""
    found: dict[tuple[Literal["time", "quantity"], str], list[Evidence]] = {}
    for at, item in _items(group, sources):
        kind: Literal["time", "quantity"] = "time" if isinstance(item, Time) else "quantity"
        label = (item.edtf if isinstance(item, Time) else None) or " ".join(item.text.split())
        found.setdefault((kind, label), []).append(sources.evidence(at.report, item.start, item.end))
    return tuple(FactValue(kind, label, tuple(found[kind, label])) for kind, label in sorted(found))


def _items(group: FactGroup, sources: Sources) -> Iterator[tuple[SentenceAt, Time | Quantity]]:
    for at in group.sentences:
        reading = sources.reading(at.report)
        sentence = reading.sentences[at.index]
        items: tuple[Time | Quantity, ...] = (*reading.times, *reading.quantities)
        for item in items:
            if sentence.start <= item.start < sentence.end:
                yield at, item


def _events(evidence: Sequence[Evidence], events: Iterable[DossierEvent]) -> tuple[str, ...]:
    """The coded events that a fact's sentences tell."""
    told: Mapping[tuple[str, int, int], None] = dict.fromkeys((e.report, e.start, e.end) for e in evidence)
    return tuple(
        event.id
        for event in events
        if any((m.evidence.report, m.evidence.start, m.evidence.end) in told for m in event.mentions)
    )
