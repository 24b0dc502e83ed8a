"""One plain sentence that tells a conflict, naming the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from accord.reconciliation.claims.claim_drafts import (
    ClaimDraft,
    Said,
)
from accord.reconciliation.sources import Sources
from accord.reconciliation.wording.english import (
    day_words,
    joined,
)

_ABOUT = {
    "time": "Reports give different times for {about}",
    "order": "Reports disagree on {about}",
    "quantity": "Reports give different figures: {about}",
    "actor": "Reports name different actors for {about}",
    "place": "Reports give different places for {about}",
    "polarity": "Reports disagree whether it was done: {about}",
    "factuality": "Reports disagree whether it was done or is denied: {about}",
    "scope": "Reports give different standing to whoever did it: {about}",
    "wording": "Reports quote {about} in different words",
}
_ABOUT_ONE = {
    "time": "One report gives different times for {about}",
    "order": "One report contradicts itself on {about}",
    "quantity": "One report gives different figures: {about}",
    "place": "One report gives different places for {about}",
    "scope": "One report gives different standing to whoever did it: {about}",
}


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

    def explain(self, kind: str, about: str, sides: Sequence[Said[object]]) -> str:
        """The sentence for the sides of a conflict about something."""
        reports = {report for side in sides for report in side.reports}
        templates = _ABOUT_ONE if len(reports) == 1 and kind in _ABOUT_ONE else _ABOUT
        shown = _SHOWN.get(kind, _plain)
        told = "; ".join(self._side(side, shown) for side in sides)
        return f"{templates[kind].format(about=about)}: {told}."

    def _side(self, side: Said[object], shown: Callable[[str], str]) -> str:
        # Nobody is said to give more than it gives: "in May" is not "29 May".
        told = []
        for part in side.parts or (side,):
            names = [self._names[report] for report in part.reports]
            told.append(f"{joined(names)} {'says' if len(names) == 1 else 'say'} {shown(part.label)}")
        return ", ".join(told)


def about(claim: ClaimDraft) -> str:
    """What a claim is about: its text without the question."""
    return claim.text.partition(": ")[2] or claim.text


def _plain(label: str) -> str:
    return label


def _quoted(label: str) -> str:
    return f"“{label}”"


def _time(label: str) -> str:
    return day_words(label) or label


_SHOWN: dict[str, Callable[[str], str]] = {"time": _time, "scope": _quoted, "wording": _quoted}
