"""Facts as they are shown: their values, their quotations side by side, and what one report alone tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress

from msgspec import Struct

from accord.edtf import agree, read
from accord.evidence import evidence_of
from accord.present.dates import in_words
from accord.present.view.citations import Citations, Cite, CitedReport, by_report
from accord.present.view.claims import DisputeView
from accord.present.view.quotes import Quote, Span, quote, words_of
from accord.present.view.view_words import ViewWords
from accord.records import Dossier, Fact, FactValue

BRIEF = 5
"""How many facts the summary at the top tells."""


class ValueLine(Struct, frozen=True):
    """A value that sentences of a fact give: what it is of ("when"), in words, and where.

    `differs` where the quotation of another report gives one of the same sort, and not this one.
    """

    label: str
    words: str
    cites: tuple[Cite, ...]
    differs: bool


class FactColumn(Struct, frozen=True):
    """What one report tells of a fact, with what differs from the other reports marked."""

    source: CitedReport
    quotes: tuple[Quote, ...]


class FactView(Struct, frozen=True):
    """A fact in its line: its quotations by report, its values, and what is in dispute of it.

    `day` and `place` are "" where none is told.
    """

    anchor: str
    fact: Fact
    day: str
    place: str
    who: tuple[str, ...]
    values: tuple[ValueLine, ...]
    cites: tuple[Cite, ...]
    columns: tuple[FactColumn, ...]
    disputes: tuple[DisputeView, ...]

    @property
    def sources(self) -> tuple[CitedReport, ...]:
        """The reports that tell it, in the order of letters."""
        return tuple(column.source for column in self.columns)

    @property
    def shared(self) -> bool:
        """Whether more than one report tells it."""
        return len(self.columns) > 1


class OnlyHere(Struct, frozen=True):
    """What one report alone tells."""

    source: CitedReport
    facts: tuple[FactView, ...]


def fact_views(
    dossier: Dossier, citations: Citations, prefix: str, disputes: Sequence[DisputeView], words: ViewWords
) -> tuple[FactView, ...]:
    """The facts of `dossier`, weightiest first, each with the `disputes` about it."""
    about: dict[str | None, list[DisputeView]] = {}
    for one in disputes:
        about.setdefault(one.conflict.fact, []).append(one)
    names = {actor.id: actor.name for actor in dossier.actors}
    return tuple(
        _fact(fact, citations, names, about.get(fact.id, ()), f"{prefix}-f{fact.rank}", words)
        for fact in dossier.facts
    )


def _fact(
    fact: Fact,
    citations: Citations,
    names: dict[str, str],
    disputes: Sequence[DisputeView],
    anchor: str,
    words: ViewWords,
) -> FactView:
    cites = citations.cite(fact.evidence)
    differing = _differing(fact.values, words)
    lines = [
        _value(value, citations, words, differs=differs)
        for value, differs in zip(fact.values, differing, strict=True)
    ]
    marked = [(item.report, item.start, item.end) for item in evidence_of(compress(fact.values, differing))]
    return FactView(
        anchor=anchor,
        fact=fact,
        day=in_words(fact.when) if fact.when else "",
        place=fact.where or "",
        who=tuple(dict.fromkeys(names[one] for one in fact.who if one in names)),
        values=tuple(sorted(lines, key=lambda line: (line.label, -len(by_report(line.cites)), line.words))),
        cites=cites,
        columns=tuple(
            FactColumn(
                group[0].source,
                tuple(quote(cite, _marks(cite, marked, disputes)) for cite in group),
            )
            for group in by_report(cites)
        ),
        disputes=tuple(disputes),
    )


def _value(value: FactValue, citations: Citations, words: ViewWords, *, differs: bool) -> ValueLine:
    kind = words.kinds[value.kind]
    told = in_words(value.value) if kind.form == "date" else value.value
    return ValueLine(kind.label, told, citations.cite(value.evidence), differs)


def _differing(values: Sequence[FactValue], words: ViewWords) -> list[bool]:
    """Of each value, whether a report that does not give it gives another of its sort in its place."""
    reports = [{item.report for item in value.evidence} for value in values]
    amounts = [(None, "") if value.kind == "time" else words.amount(value.value) for value in values]

    def rival(one: int, other: int) -> bool:
        mine, theirs = values[one], values[other]
        if mine.kind != theirs.kind or not reports[one].isdisjoint(reports[other]):
            return False
        if mine.kind == "time":
            return None not in (read(mine.value), read(theirs.value)) and not agree(mine.value, theirs.value)
        (number, unit), (another, of) = amounts[one], amounts[other]
        return of == unit and None not in (number, another) and number != another

    return [any(rival(one, other) for other in range(len(values))) for one in range(len(values))]


def _marks(cite: Cite, marked: Iterable[tuple[str, int, int]], disputes: Iterable[DisputeView]) -> list[Span]:
    """Where in a quotation what differs stands: values, and the sides of disagreements."""
    spans = [
        (start - cite.start, end - cite.start)
        for report, start, end in marked
        if report == cite.source.report.id and cite.start <= start and end <= cite.end
    ]
    for dispute in disputes:
        for side in dispute.conflict.sides:
            for item in side.evidence:
                if item.report == cite.source.report.id and item.start < cite.end and cite.start < item.end:
                    spans += words_of(cite.text, side.value)
    return spans


def only_here(facts: Sequence[FactView], citations: Citations) -> tuple[OnlyHere, ...]:
    """What only one report tells, report by report, in the order it is told."""
    alone: dict[str, list[FactView]] = {}
    for view in facts:
        if not view.shared and view.cites:
            alone.setdefault(view.cites[0].source.letter, []).append(view)
    return tuple(
        OnlyHere(source, tuple(sorted(alone[source.letter], key=lambda view: view.cites[0].start)))
        for source in citations.sources
        if source.letter in alone
    )
