"""Where guides contradict each other, or themselves: when an act of missions was, or what it led to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct

from accord.edtf import bounds, ordinal
from accord.guides.mission_acts import RESIDENT, SORTS, ActKind, MissionAct
from accord.temporal_network import days_of, on_days, solve

# An act told twice with so few days between, or on one day of two years, is one act dated in two ways.
_ONE_ACT = 45
_YEARS = 2
# Two places may date the credentials of one envoy so far apart; later he may have been sent again.
_ONE_ENVOY = 3 * 365
_ONCE: frozenset[ActKind] = frozenset(
    {"open", "close", "raise", "present", "sever", "war", "resume", "establish"}
)
# What was done twice within so many days, and not undone between, is one act dated in two ways.
_ONE_STATE = 5 * 365
_UNDONE_BY: Mapping[ActKind, str] = {"open": "goes", "raise": "goes", "establish": "goes", "sever": "comes"}
_NAME = re.compile(r"(?:[\w.’'-]+\s+)+([\w’'-]{3,}),\s")


class GuideContradiction(Struct, frozen=True):
    """One act that is told in two ways, on two `sides`; `within` says whether one report does so itself.

    `kind` is that of the act, `level` the level of the mission if told.  Either its `dates` (EDTF) differ,
    or, with one date, the `levels` that it is told to have brought.

    >>> found.contradictions.get("Norway", ())
    ()
    """

    kind: ActKind
    level: str | None
    dates: tuple[str, str]
    sides: tuple[MissionAct, MissionAct]
    within: bool
    levels: tuple[str, ...] = ()


def contradictions(acts: Sequence[MissionAct]) -> tuple[GuideContradiction, ...]:
    """The acts that are told in two ways, by date; one for each pair of dates or levels."""
    found: dict[tuple[str, ...], GuideContradiction] = {}
    ordered = sorted(
        (act for act in acts if act.kind in _ONCE),
        key=lambda act: (act.date, act.evidence.report, act.evidence.start),
    )
    envoys = _by_envoy(ordered)
    for one, other in combinations(ordered, 2):
        if one.kind != other.kind or one.evidence == other.evidence:
            continue
        if (one.level != other.level and _is_one_step(one, other)) or (
            (_is_one(one, other) or _is_one_envoy(one, other, envoys) or _is_twice(one, other, acts))
            and not _can_be_one(one, other)
        ):
            made = _contradiction(one, other)
            found.setdefault((one.kind, *made.dates, *made.levels), made)
    return tuple(found.values())


def _can_be_one(one: MissionAct, other: MissionAct) -> bool:
    """Whether some day fits both as dates of one act."""
    told = [on_days("act", days_of(*bounds(act.date)), act.evidence) for act in (one, other)]
    return solve(days for days in told if days is not None).consistent


def _contradiction(one: MissionAct, other: MissionAct) -> GuideContradiction:
    within = one.evidence.report == other.evidence.report
    levels: tuple[str, ...] = ()
    if one.date == other.date:
        levels = tuple(sorted({level for level in (one.level, other.level) if level is not None}))
    return GuideContradiction(
        one.kind, one.level or other.level, (one.date, other.date), (one, other), within, levels
    )


def _is_one_step(one: MissionAct, other: MissionAct) -> bool:
    """Whether both tell what was done to the mission on one full day, but bring it to another level."""
    return (
        one.date == other.date
        and len(one.date) == len("YYYY-MM-DD")
        and {one.level, other.level} <= RESIDENT
        and one.kind in {"open", "present", "raise"}
    )


def _is_one(one: MissionAct, other: MissionAct) -> bool:
    """Whether both tell one act: of one kind, on missions of one level, about the same time."""
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


def _is_twice(one: MissionAct, other: MissionAct, acts: Sequence[MissionAct]) -> bool:
    """Whether both tell what cannot be done again before it is undone, and nothing tells of that."""
    back = _UNDONE_BY.get(one.kind)
    if back is None or one.level != other.level or one.level not in {*RESIDENT, None}:
        return False
    if one.place != other.place:
        return False
    first, second = sorted((ordinal(one.date), ordinal(other.date)))
    return second - first <= _ONE_STATE and not any(
        SORTS.get(act.kind) == back and first - 366 <= ordinal(act.date) <= second + 366 for act in acts
    )


def _is_one_envoy(one: MissionAct, other: MissionAct, envoys: dict[str, frozenset[str]]) -> bool:
    """Whether prose and a list tell of the credentials of one envoy, on days of which the list has one."""
    told, listed = (one, other) if other.source == "list" else (other, one)
    name = surname(listed)
    if one.kind != "present" or told.source == "list" or name is None or one.level != other.level:
        return False
    if re.search(rf"\b{re.escape(name)}\b", told.evidence.text) is None or told.date in envoys[name]:
        return False
    first, second = _day(told), _day(listed)
    return (
        first is not None
        and second is not None
        and abs(first.toordinal() - second.toordinal()) <= _ONE_ENVOY
        and listed.date == min(envoys[name], key=lambda day: abs(ordinal(day) - first.toordinal()))
    )


def surname(act: MissionAct) -> str | None:
    """The family name of the envoy whose entry of a list an act is: "Ada Brook, Ambassador."."""
    name = _NAME.match(act.evidence.text) if act.source == "list" else None
    return name[1] if name else None


def _by_envoy(acts: Sequence[MissionAct]) -> dict[str, frozenset[str]]:
    """The days on which lists have each envoy present credentials."""
    named: Iterator[tuple[str, str]] = (
        (name, act.date) for act in acts if act.kind == "present" and (name := surname(act)) is not None
    )
    days: dict[str, frozenset[str]] = {}
    for name, day in named:
        days[name] = days.get(name, frozenset()) | {day}
    return days


def _day(act: MissionAct) -> date | None:
    first = bounds(act.date)[0]
    return date.fromisoformat(first) if first else None
