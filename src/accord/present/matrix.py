"""Claims by reports: who says it, who says otherwise, who is silent."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.present.citations import Citations, Cite
from accord.present.claims import SIGNS, ClaimView
from accord.present.happenings import EventView


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
    background: tuple[ClaimView, ...]


def matrix(views: Sequence[ClaimView], events: Sequence[EventView], citations: Citations) -> Matrix:
    """The matrix of the claims `views`; background claims have no event."""
    rows: dict[str | None, list[MatrixRow]] = {}
    for view in views:
        if view.reports > 1 and (view.telling or view.claim.kind == "happened"):
            rows.setdefault(view.claim.event, []).append(_row(view, citations))
    placed = {event.event.id for event in events}
    background = [view for view in views if view.claim.event not in placed]
    return Matrix(
        groups=tuple(
            MatrixGroup(event, tuple(rows[event.event.id])) for event in events if event.event.id in rows
        ),
        background=tuple(sorted(background, key=lambda view: -view.reports)),
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
