"""Claims by reports: who says it, who says otherwise, who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.present.citations import Citations, Cite
from accord.present.claims import ClaimView, claim_view
from accord.present.happenings import EventView
from accord.records import Dossier


@dataclass(frozen=True)
class Cell:
    """What one report says to a claim.

    `stance` is "silent", "says so" (the first value), "says otherwise" (a value that excludes the
    first) or "in other terms" (one that does not).
    """

    stance: str
    words: tuple[str, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class MatrixRow:
    """A claim with a cell for each report."""

    view: ClaimView
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class MatrixGroup:
    """The claims of one event."""

    event: EventView
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class Matrix:
    """Claims on events that more than one report speaks to, by event; and all that is of no event."""

    groups: tuple[MatrixGroup, ...]
    background: tuple[ClaimView, ...]


def matrix(dossier: Dossier, events: Sequence[EventView], citations: Citations) -> Matrix:
    """The matrix of `dossier`; background claims have no event."""
    views = [claim_view(claim, citations) for claim in dossier.claims]
    shared = [view for view in views if view.reports > 1 and (view.telling or view.claim.kind == "happened")]
    groups = []
    for event in events:
        rows = [_row(view, citations) for view in shared if view.claim.event == event.event.id]
        if rows:
            groups.append(MatrixGroup(event, tuple(rows)))
    placed = {event.event.id for event in events}
    background = [view for view in views if view.claim.event not in placed]
    return Matrix(
        groups=tuple(groups),
        background=tuple(sorted(background, key=lambda view: -view.reports)),
    )


def _row(view: ClaimView, citations: Citations) -> MatrixRow:
    cells = []
    for source in citations.sources:
        said = [
            (index, value.words, [cite for cite in value.cites if cite.source is source])
            for index, value in enumerate(view.values)
        ]
        said = [one for one in said if one[2]]
        cells.append(
            Cell(
                stance=_stance([index for index, _, _ in said], view.disputed),
                words=tuple(words for _, words, _ in said),
                cites=tuple(cites[0] for _, _, cites in said),
            )
        )
    return MatrixRow(view, tuple(cells))


def _stance(indices: Sequence[int], disputed: bool) -> str:
    if not indices:
        return "silent"
    if max(indices) == 0:
        return "says so"
    return "says otherwise" if disputed else "in other terms"
