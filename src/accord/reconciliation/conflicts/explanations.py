"""One plain sentence that tells a conflict, naming the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from accord.reconciliation.claims.claim_drafts import Said
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import Disagreement
from accord.reconciliation.wording.english import joined


class Explainer:
    """Tells conflicts; reports go by their source, or by their id where sources are missing or shared."""

    def __init__(self, sources: Sources) -> None:
        labels = Counter(reading.source for reading in sources.readings)
        self._names = {
            r.id: r.source
            if r.source and labels[r.source] == 1
            else f"{r.source} ({r.id})"
            if r.source
            else r.id
            for r in sources.readings
        }

    def explain(self, kind: Disagreement, about: str, sides: Sequence[Said[object]]) -> str:
        """The sentence for the sides of a conflict about something."""
        reports = {report for side in sides for report in side.reports}
        told = "; ".join(self._side(side, kind) for side in sides)
        return f"{kind.opening(len(reports)).format(about=about)}: {told}."

    def _side(self, side: Said[object], kind: Disagreement) -> str:
        # Nobody is said to give more than it gives: "in May" is not "29 May".
        told = []
        for part in side.parts or (side,):
            names = [self._names[report] for report in part.reports]
            told.append(f"{joined(names)} {'says' if len(names) == 1 else 'say'} {kind.said(part.label)}")
        return ", ".join(told)
