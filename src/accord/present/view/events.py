"""The events of a story as they are shown: in order, with who tells them; and their claims by report."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.edtf import year_is_open
from accord.present.dates import short_words
from accord.present.view.citations import Citations, Cite, by_report
from accord.present.view.claims import SIGNS, ClaimView, DisputeView, undated_events
from accord.records import Dossier, DossierEvent, TimelineEntry

_STATUS = {
    "happened": "",
    "not happened": "did not happen",
    "foreseen": "foreseen",
    "ruled out": "not foreseen",
    "said": "said, not confirmed",
}


class EventView(Struct, frozen=True):
    """An event in its line: `disputes` what is in dispute of it."""

    anchor: str
    event: DossierEvent
    text: str
    dates: tuple[str, ...]
    year_open: bool
    contested_time: bool
    status: str
    cites: tuple[Cite, ...]
    claims: tuple[ClaimView, ...]
    disputes: tuple[DisputeView, ...]

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        return len(by_report(self.cites))

    @property
    def telling(self) -> bool:
        """Whether any claim says more than the line."""
        return any(one.telling for one in self.claims)

    @property
    def shared(self) -> bool:
        """Whether more than one report tells it, or any disputes it."""
        return self.reports > 1 or bool(self.disputes)


def happenings(
    dossier: Dossier,
    citations: Citations,
    prefix: str,
    claims: Sequence[ClaimView],
    disputes: Sequence[DisputeView],
) -> tuple[EventView, ...]:
    """The events of `dossier` in the order of its timeline, each with the `claims` and `disputes` of it."""
    entries = {entry.event: entry for entry in dossier.timeline}
    texts = undated_events(dossier)
    rank = {entry.event: (entry.rank, index) for index, entry in enumerate(dossier.timeline)}
    last = (len(rank), len(rank))
    ordered = sorted(dossier.events, key=lambda event: rank.get(event.id, last))
    told: dict[str, list[ClaimView]] = {}
    for view in claims:
        if view.claim.event is not None:
            told.setdefault(view.claim.event, []).append(view)
    return tuple(
        _view(
            event,
            entries.get(event.id),
            told.get(event.id, ()),
            citations,
            anchor=f"{prefix}-e{number}",
            text=texts[event.id],
            disputes=tuple(one for one in disputes if one.conflict.event == event.id),
        )
        for number, event in enumerate(ordered, 1)
    )


def _view(
    event: DossierEvent,
    entry: TimelineEntry | None,
    claims: Sequence[ClaimView],
    citations: Citations,
    *,
    anchor: str,
    text: str,
    disputes: tuple[DisputeView, ...],
) -> EventView:
    if entry is not None and entry.alternatives:
        told = [value.value for value in entry.alternatives]
    else:
        edtf = event.edtf or (entry.edtf if entry else None)
        told = [edtf] if edtf else []
    return EventView(
        anchor=anchor,
        event=event,
        text=text,
        dates=tuple(dict.fromkeys(short_words(one) for one in told)),
        year_open=any(year_is_open(one) for one in told),
        contested_time=len(told) > 1,
        status=_STATUS[event.status],
        cites=citations.cite([mention.evidence for mention in event.mentions]),
        claims=tuple(one for one in claims if not one.says_it_happened),
        disputes=disputes,
    )


class Cell(Struct, frozen=True):
    """What one report says to a claim: as a value's stance and sign, or "silent"; `words` are its values."""

    stance: str
    sign: str
    words: tuple[str, ...]
    cites: tuple[Cite, ...]


class MatrixRow(Struct, frozen=True):
    """A claim with a cell for each report."""

    view: ClaimView
    cells: tuple[Cell, ...]


class MatrixGroup(Struct, frozen=True):
    """The claims of one event."""

    event: EventView
    rows: tuple[MatrixRow, ...]


class Matrix(Struct, frozen=True):
    """Claims on events that more than one report speaks to, by event; and all that is of no event."""

    groups: tuple[MatrixGroup, ...]
    figures: tuple[ClaimView, ...]


def matrix(views: Sequence[ClaimView], events: Sequence[EventView], citations: Citations) -> Matrix:
    """The matrix of the claims `views`; background claims have no event."""
    rows: dict[str | None, list[MatrixRow]] = {}
    for view in views:
        if view.reports > 1 and (view.telling or view.says_it_happened):
            rows.setdefault(view.claim.event, []).append(_row(view, citations))
    placed = {event.event.id for event in events}
    loose = sorted((view for view in views if view.claim.event not in placed), key=lambda view: -view.reports)
    return Matrix(
        groups=tuple(
            MatrixGroup(event, tuple(rows[event.event.id])) for event in events if event.event.id in rows
        ),
        figures=tuple(view for view in loose if view.kind.listed),
    )


def _row(view: ClaimView, citations: Citations) -> MatrixRow:
    cells = []
    for source in citations.sources:
        said = [(value, [cite for cite in value.cites if cite.source is source]) for value in view.values]
        said = [(value, cites) for value, cites in said if cites]
        signs = dict.fromkeys(value.sign for value, _ in said)
        cells.append(
            Cell(
                stance=said[0][0].stance if said else "silent",
                sign=" ".join(signs) if said else SIGNS["silent"],
                words=tuple(value.words for value, _ in said),
                cites=tuple(cite for _, cites in said for cite in cites),
            )
        )
    return MatrixRow(view, tuple(cells))
