"""Mentions of one kind put together into happenings: who and whom, when and where must fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from accord.reconciliation.compare import time as times
from accord.reconciliation.compare.actor import Party, compare_sides
from accord.reconciliation.compare.place import compare as compare_places
from accord.reconciliation.compare.place import spot_of
from accord.reconciliation.events.event_mention import Told
from accord.records import Place
from accord.set_likeness import jaccard
from accord.vocabulary.acts import EventKind

# A mention whose sides are not told joins a happening only where the sentences share this much.
_LIKE_SENTENCES = 0.25
# What happens once may happen again after so many years, unless the sentences are this much alike.
_AGAIN = 3
_TOLD_ALIKE = 0.4
# So many mentions stand for a cluster when sentences are compared, so that cost does not grow with it.
_EXEMPLARS = 12
# A mention is held against so many clusters that were begun last, and as many with a mention of its time.
_RECENT = 50


class Cluster:
    """Mentions taken to tell of one happening, with what they have said so far."""

    def __init__(self, first: Told) -> None:
        self.mentions: list[Told] = []
        self.actors: tuple[Party, ...] = ()
        self.recipients: tuple[Party, ...] = ()
        self.spans: list[times.Span] = []
        self.places: list[Place] = []
        self.reports: set[str] = set()
        self.add(first)

    def add(self, told: Told) -> None:
        """Take a mention in."""
        self.mentions.append(told)
        self.actors += tuple(party for party in told.actors if party not in self.actors)
        self.recipients += tuple(party for party in told.recipients if party not in self.recipients)
        self.reports.add(told.report)
        if not told.span.blank and told.span not in self.spans:
            self.spans.append(told.span)
        place = told.event.place
        if place is not None and (place.text, place.code) not in {(p.text, p.code) for p in self.places}:
            self.places.append(place)

    def fit(self, told: Told, kind: EventKind | None, akin: bool = False) -> float:
        """How well a mention of the same kind fits; 0 where it does not.

        Of mentions that are `akin` by all their words only sides, times and places are looked at.
        """
        sides = self._same_sides(told, kind)
        undone = told.standing in {"not done", "denied", "ruled out"}
        if sides is None or (undone and bool(told.actors) != bool(self.actors)):
            return 0.0
        likeness = max(jaccard(told.terms, other.terms) for other in self.mentions[:_EXEMPLARS])
        once = kind is not None and kind.once
        if self._excludes(told, kind):
            same_act = once and (undone or (sides >= 2 and bool(told.actors and told.recipients)))
            if not same_act or (likeness < _TOLD_ALIKE and self._years_apart(told) > _AGAIN):
                return 0.0
        near = told.report in self.reports
        if sides < 2 and not once and not akin and likeness < _LIKE_SENTENCES and not (near and sides == 0):
            return 0.0
        if undone and not told.actors and likeness < _LIKE_SENTENCES:
            return 0.0
        return 1.0 + 2 * sides + likeness + (2.0 if near and sides == 0 else 0.0)

    def _same_sides(self, told: Told, kind: EventKind | None) -> int | None:
        """How many sides are the same, or None where a side is another's."""
        if kind is not None and kind.mutual:
            here, there = told.actors + told.recipients, self.actors + self.recipients
            if not here or not there:
                return 0
            shared = [p for p in here if compare_sides((p,), there) in {"agrees", "refines"}]
            return min(2, len(shared)) if len(shared) == len(here) or len(shared) >= 2 else None
        score = 0
        for here, there in ((told.actors, self.actors), (told.recipients, self.recipients)):
            if not here or not there:
                continue
            answer = compare_sides(here, there)
            if answer in {"agrees", "refines"}:
                score += 1
            elif answer == "contradicts" or not (kind and kind.once):
                return None
        return score

    def _excludes(self, told: Told, kind: EventKind | None) -> bool:
        """The mention's time fits none that is told, or its place contradicts one."""
        answers = {times.compare(told.span, span) for span in self.spans}
        if "contradicts" in answers and not answers & {"agrees", "refines"}:
            return True
        place = told.event.place if kind is None or kind.located else None
        return place is not None and any(
            compare_places(spot_of(place, False), spot_of(other, False)) == "contradicts"
            for other in self.places
        )

    def _years_apart(self, told: Told) -> int:
        years = [int(span.year) for span in self.spans if span.year.isdigit()]
        if not years or not told.span.year.isdigit():
            return 0
        return min(abs(int(told.span.year) - year) for year in years)


def cluster(block: Sequence[Told], kind: EventKind | None, akin: bool = False) -> list[list[Told]]:
    """Put the mentions of a block together; those that say most come first, so that sparse ones find them."""
    clusters: list[Cluster] = []
    by_time: dict[times.Span, dict[int, None]] = defaultdict(dict)
    for told in sorted(block, key=lambda t: (-bool(t.actors) - bool(t.recipients), t.place)):
        near = sorted({*range(max(0, len(clusters) - _RECENT), len(clusters)), *_first(by_time[told.span])})
        scores = [clusters[index].fit(told, kind, akin) for index in near]
        best = max(scores, default=0.0)
        if best > 0 and (told.actors or told.recipients or scores.count(best) == 1):
            index = near[scores.index(best)]
            clusters[index].add(told)
        else:
            index = len(clusters)
            clusters.append(Cluster(told))
        by_time[told.span][index] = None
    return [held.mentions for held in clusters]


def _first(clusters: Iterable[int]) -> Iterable[int]:
    return islice(clusters, _RECENT)
