"""Where guides contradict each other, or themselves, on when an act of missions was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct

from accord.ledger.dates import agree, bounds
from accord.ledger.missions.records import Act, Kind

# An act told twice with so few days between, or on one day of two years, is one act dated in two ways.
_ONE_ACT = 45
_YEARS = 2
_ONCE: frozenset[Kind] = frozenset({"open", "close", "raise", "present", "sever", "war", "resume"})


class Contradiction(Struct, frozen=True):
    """One act that is dated in two ways; `within` says whether one report does so itself."""

    kind: Kind
    level: str | None
    dates: tuple[str, str]
    sides: tuple[Act, Act]
    within: bool


def contradictions(acts: Sequence[Act]) -> tuple[Contradiction, ...]:
    """The acts that are dated in two ways, by date; one for each pair of dates."""
    found: dict[tuple[str, str | None, str, str], Contradiction] = {}
    ordered = sorted(
        (act for act in acts if act.kind in _ONCE),
        key=lambda act: (act.date, act.evidence.report, act.evidence.start),
    )
    for one, other in combinations(ordered, 2):
        if _is_one(one, other) and not agree(one.date, other.date):
            key = (one.kind, one.level or other.level, one.date, other.date)
            within = one.evidence.report == other.evidence.report
            found.setdefault(
                key,
                Contradiction(
                    one.kind, one.level or other.level, (one.date, other.date), (one, other), within
                ),
            )
    return tuple(found.values())


def _is_one(one: Act, other: Act) -> bool:
    """Whether both tell one act: of one kind, on missions of one level, about the same time."""
    if one.kind != other.kind or one.evidence == other.evidence:
        return False
    if one.kind == "present" and one.source == other.source == "list":
        return False  # two entries are two envoys
    if one.level is not None and other.level is not None and one.level != other.level:
        return False
    if one.place is not None and other.place is not None and one.place != other.place:
        return False
    first, second = _day(one), _day(other)
    if first is None or second is None:
        return False
    if abs(first.toordinal() - second.toordinal()) <= _ONE_ACT:
        # One report that tells two days soon after one another tells two acts, unless it tells them apart.
        return one.evidence.report != other.evidence.report or one.paragraph != other.paragraph
    same_day = (first.month, first.day) == (second.month, second.day)
    return (
        same_day
        and len(one.date) == len(other.date) == len("YYYY-MM-DD")
        and (abs(first.year - second.year) <= _YEARS)
    )


def _day(act: Act) -> date | None:
    first = bounds(act.date)[0]
    return date.fromisoformat(first) if first else None
