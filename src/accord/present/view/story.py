"""A dossier as it is shown: every section's content, sorted, located and put in words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.present.dates import in_words, words_within
from accord.present.drawings.chart import Chart, chart
from accord.present.drawings.graph import Graph, by_reports, graph
from accord.present.view.citations import Citations, Cite, CitedReport
from accord.present.view.claims import DisputeView, claim_views, disputes
from accord.present.view.course import Course, course
from accord.present.view.events import EventView, Matrix, happenings, matrix
from accord.present.view.facts import BRIEF, FactView, OnlyHere, fact_views, only_here
from accord.present.view.quotes import Quote, hedged, quote
from accord.present.view.room import fitting, room_of
from accord.present.view.view_words import ViewWords
from accord.present.view.wordings import NamingRow, SpeakerView, namings, speakers
from accord.records import Dossier, DossierOutlook, Origin, Relation

FOREMOST = 3
"""How many disagreements the summary at the top tells."""

# How many days the summary at the top tells the news of.
_NEWS = 2
# Beyond these, facts are a list to search, not to read.
_OPEN_FACTS = 15
# About how many characters stand around the facts of a page, around each fact, and for each report.
_FRAME, _AROUND_FACT, _PER_REPORT = 1100, 45, 90


class RelationView(Struct, frozen=True):
    """A relation in words."""

    number: int
    relation: Relation
    from_name: str
    to_name: str
    when: str
    note: str
    cites: tuple[Cite, ...]


class OutlookView(Struct, frozen=True):
    """What may come, with the word that hedges it marked."""

    outlook: DossierOutlook
    speaker: str
    quotes: tuple[Quote, ...]


class OriginView(Struct, frozen=True):
    """A shared passage in the wording of each report; `first` is the report that had it before the others."""

    origin: Origin
    sources: tuple[CitedReport, ...]
    quotes: tuple[Quote, ...]
    first: CitedReport | None


class StoryView(Struct, frozen=True):
    """All that is shown of a dossier, the `number`th of its page.  `prefix` begins every anchor of it.

    `brief` are the weightiest facts, `further` the others that several reports tell (or, where there is
    but one report, it), of which the first `open_facts` can be told at once; `room` is how many characters
    can be told at all before anything is opened.
    """

    number: int
    prefix: str
    title: str
    dossier: Dossier
    citations: Citations
    sources: tuple[CitedReport, ...]
    span: str
    facts: tuple[FactView, ...]
    only_here: tuple[OnlyHere, ...]
    brief: tuple[FactView, ...]
    further: tuple[FactView, ...]
    open_facts: int
    room: int
    course: Course
    events: tuple[EventView, ...]
    by_event: dict[str, EventView]
    disputes: tuple[DisputeView, ...]
    chart: Chart
    matrix: Matrix
    speakers: tuple[SpeakerView, ...]
    relations: tuple[RelationView, ...]
    graph: Graph | None
    outlooks: tuple[OutlookView, ...]
    namings: tuple[NamingRow, ...]
    origins: tuple[OriginView, ...]

    @property
    def disputed(self) -> frozenset[str]:
        """The anchors of all that stands for a side of a contradiction."""
        sides = [side for dispute in self.contradictions for side in dispute.sides]
        quotes = [quote for side in sides for quote in (*side.quotes, *side.more)]
        return frozenset(quote.cite.anchor for quote in quotes if quote.cite.anchor)

    @property
    def shared(self) -> int:
        """How many facts several reports tell."""
        return sum(view.shared for view in self.facts)

    @property
    def foremost(self) -> tuple[DisputeView, ...]:
        """The weightiest disagreements and updates."""
        return self.disputes[:FOREMOST]

    @property
    def sure(self) -> str:
        """How sure the story is: how much of it several reports tell, and how much is in dispute."""
        if len(self.sources) < 2:
            return f"{counted(len(self.facts), 'fact')}, told by one report"
        told = f"{self.shared} of {counted(len(self.facts), 'fact')} told by several reports"
        natures = [one.nature for one in self.disputes]
        kinds = [counted(natures.count(nature), nature) for nature in dict.fromkeys(natures)]
        return f"{told}; {', '.join(kinds) or 'nothing found in which they disagree'}"

    @property
    def news(self) -> tuple[tuple[str, FactView], ...]:
        """The last days that brought something new, each with the weightiest that is not told already."""
        days = self.course.since[:_NEWS]
        return tuple(
            (day.day, next((view for view in day.facts if view not in self.brief), day.facts[0]))
            for day in days
        )

    @property
    def contradictions(self) -> tuple[DisputeView, ...]:
        """Conflicts whose sides cannot all be true."""
        return tuple(dispute for dispute in self.disputes if dispute.contradiction)


def counted(number: int, noun: str) -> str:
    """So many of `noun`: "1 fact", "2 facts"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def story_view(dossier: Dossier, number: int, words: ViewWords) -> StoryView:
    """What is shown of `dossier`, the `number`th story of the page."""
    prefix = f"s{number}"
    citations = Citations(dossier, number)
    claims = claim_views(dossier, citations, words.kinds)
    found = disputes(dossier, citations, prefix, words)
    events = happenings(dossier, citations, prefix, claims, found)
    facts = fact_views(dossier, citations, prefix, found, words)
    alone = len(citations.sources) == 1
    brief, further = facts[:BRIEF], tuple(view for view in facts[BRIEF:] if view.shared or alone)
    return StoryView(
        number=number,
        prefix=prefix,
        title=dossier.title or next((s.title for s in citations.sources), "") or "Untitled story",
        dossier=dossier,
        citations=citations,
        sources=citations.sources,
        span=_span(dossier),
        facts=facts,
        only_here=() if alone else only_here(facts, citations),
        brief=brief,
        further=further,
        open_facts=_open_facts(brief, further, found, dossier),
        room=room_of(dossier.reports),
        course=course(facts, citations),
        events=events,
        by_event={view.event.id: view for view in events},
        disputes=found,
        chart=chart(dossier),
        matrix=matrix(claims, events, citations),
        speakers=speakers(dossier, citations, prefix, words.stances),
        relations=_relations(dossier, citations),
        graph=graph(dossier),
        outlooks=_outlooks(dossier, citations),
        namings=namings(dossier, citations),
        origins=_origins(dossier, citations),
    )


def _open_facts(
    brief: Sequence[FactView], further: Sequence[FactView], found: Sequence[DisputeView], dossier: Dossier
) -> int:
    """How many of the `further` facts there is room for on a page beside what it always tells."""
    told = sum(map(_size, brief)) + sum(len(one.about) for one in found[:FOREMOST])
    left = room_of(dossier.reports) - told - _FRAME - _PER_REPORT * len(dossier.reports)
    return fitting([_size(view) for view in further[:_OPEN_FACTS]], left)


def _size(view: FactView) -> int:
    return len(view.fact.text) + _AROUND_FACT


def _span(dossier: Dossier) -> str:
    days = sorted(report.published for report in dossier.reports if report.published)
    undated = len(dossier.reports) - len(days)
    if not days:
        return "publication dates unknown"
    told = in_words(days[0]) if days[0] == days[-1] else f"{in_words(days[0])} to {in_words(days[-1])}"
    return told + (f", {undated} undated" if undated else "")


def _relations(dossier: Dossier, citations: Citations) -> tuple[RelationView, ...]:
    names = {actor.id: actor.name for actor in dossier.actors}
    ordered = by_reports(dossier.relations)
    return tuple(
        RelationView(
            number=number,
            relation=relation,
            from_name=names.get(relation.from_, relation.from_),
            to_name=names.get(relation.to, relation.to),
            when=_validity(relation),
            note=words_within(relation.note),
            cites=citations.cite(relation.evidence),
        )
        for number, relation in enumerate(ordered, 1)
    )


def _validity(relation: Relation) -> str:
    if relation.valid_from and relation.valid_to:
        return f"{in_words(relation.valid_from)} to {in_words(relation.valid_to)}"
    if relation.valid_to:
        return f"until {in_words(relation.valid_to)}"
    return f"from {in_words(relation.valid_from)}" if relation.valid_from else "date not told"


def _outlooks(dossier: Dossier, citations: Citations) -> tuple[OutlookView, ...]:
    names = {actor.id: actor.name for actor in dossier.actors}
    views = [
        OutlookView(
            outlook=outlook,
            speaker=names.get(outlook.speaker or "", outlook.speaker or ""),
            quotes=tuple(hedged(cite, outlook.hedge) for cite in citations.cite(outlook.evidence)),
        )
        for outlook in dossier.outlooks
    ]
    return tuple(sorted(views, key=lambda view: -len(view.outlook.reports)))


def _origins(dossier: Dossier, citations: Citations) -> tuple[OriginView, ...]:
    views = [
        OriginView(
            origin=origin,
            sources=citations.of(origin.reports),
            quotes=tuple(quote(cite) for cite in citations.cite(origin.evidence)),
            first=citations.source(origin.first) if origin.first else None,
        )
        for origin in dossier.origins
    ]
    return tuple(sorted(views, key=lambda view: (view.origin.kind, -len(view.sources))))
