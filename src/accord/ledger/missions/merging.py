"""Prose and lists put together: what both tell counts once, as the prose dates it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.ledger.dates import bounds
from accord.ledger.missions.records import Act
from accord.ledger.missions.residence import shared

# A list dates the credentials; the prose dates the same step by the opening, the elevation or the
# credentials. Within so many days they are one step.
_SAME_STEP = 120
_STEPS = frozenset({"open", "raise", "present", "arrive", "interim"})


def merged(prose: Sequence[Act], lists: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of both, without those of `lists` that the prose tells too."""
    told = shared((*prose, *lists))
    prose, lists = told[: len(prose)], told[len(prose) :]
    days = [_day(act) for act in prose if act.kind in _STEPS and act.level != "Consulate"]
    kept = (
        act
        for act in lists
        if act.kind not in _STEPS or not any(abs(_day(act) - d) <= _SAME_STEP for d in days)
    )
    return (*prose, *kept)


def _day(act: Act) -> int:
    first = bounds(act.date)[0]
    return date.fromisoformat(first).toordinal() if first else 0
