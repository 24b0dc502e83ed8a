"""Prose and lists put together: what both tell counts once, as the prose dates it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from accord.ledger.dates import bounds
from accord.ledger.missions.records import Act
from accord.ledger.missions.residence import shared

# A list dates the credentials; the prose dates the same step by the opening, the elevation or the
# credentials. Within so many days they are one step.
_SAME_STEP = 120
_COMES = frozenset({"open", "raise", "present", "arrive", "interim"})
_GOES = frozenset({"close", "sever", "interrupt", "war"})


def merged(prose: Sequence[Act], lists: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of both, without those of `lists` that the prose tells too."""
    told = shared((*prose, *lists))
    prose, lists = told[: len(prose)], told[len(prose) :]
    steps = [
        (kinds, [_day(act) for act in prose if act.kind in kinds and act.level != "Consulate"])
        for kinds in (_COMES, _GOES)
    ]
    return (*prose, *(act for act in lists if not any(_is_told(act, kinds, days) for kinds, days in steps)))


def _is_told(act: Act, kinds: Set[str], days: Sequence[int]) -> bool:
    return act.kind in kinds and any(abs(_day(act) - day) <= _SAME_STEP for day in days)


def _day(act: Act) -> int:
    first = bounds(act.date)[0]
    return date.fromisoformat(first).toordinal() if first else 0
