"""The facts of a story as they are shown: those of several reports by weight, the others by report."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.present.dates import in_words
from accord.present.view.citations import Citations, Cite, CitedReport, by_report
from accord.present.view.claims import DisputeView
from accord.records import Dossier, Fact

BRIEF = 5
"""How many facts the summary at the top tells."""


class FactView(Struct, frozen=True):
    """A fact in its line: its quotations by report, what is in dispute of it, and where it begins.

    `day` is "" where none is told.
    """

    anchor: str
    fact: Fact
    day: str
    cites: tuple[Cite, ...]
    disputes: tuple[DisputeView, ...]

    @property
    def by_report(self) -> tuple[tuple[Cite, ...], ...]:
        """The quotations of each report, in the order of letters."""
        return tuple(tuple(group) for group in by_report(self.cites))

    @property
    def shared(self) -> bool:
        """Whether more than one report tells it."""
        return len(self.by_report) > 1


class OnlyHere(Struct, frozen=True):
    """What one report alone tells."""

    source: CitedReport
    facts: tuple[FactView, ...]


def fact_views(
    dossier: Dossier, citations: Citations, prefix: str, disputes: Sequence[DisputeView]
) -> tuple[FactView, ...]:
    """The facts of `dossier`, weightiest first, each with the `disputes` about it."""
    about: dict[str | None, list[DisputeView]] = {}
    for one in disputes:
        about.setdefault(one.conflict.fact, []).append(one)
    return tuple(
        FactView(
            anchor=f"{prefix}-f{fact.rank}",
            fact=fact,
            day=in_words(fact.when) if fact.when else "",
            cites=citations.cite(fact.evidence),
            disputes=tuple(about.get(fact.id, ())),
        )
        for fact in dossier.facts
    )


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
