"""The acts of several guides put together: dated by each other, told once, in the capital only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from datetime import date

from msgspec.structs import replace

from accord.edtf import bounds
from accord.guides.bilateral import Sides
from accord.guides.dates import sure
from accord.guides.envoys import shared
from accord.guides.mission_acts import BUILT, ENDS, RESIDENT, SORTS, MissionAct

_FULL = len("YYYY-MM-DD")
# A list dates the credentials; the prose dates the same step by the opening, the elevation or the
# credentials. Within so many days they are one step.
_SAME_STEP = 120
_COMES = frozenset({"open", "raise", "present", "arrive", "interim"})


def sharpened(acts: Sequence[MissionAct]) -> tuple[MissionAct, ...]:
    """`acts`, those told by the year or month dated by the first act of their sort and level in it.

    The Legation "opened in 1862" on the day of that year on which its first head presented credentials.
    """
    full = [act for act in acts if len(sure(act.date)) == _FULL and act.kind in SORTS]
    return tuple(_sharp(act, full) if len(sure(act.date)) < _FULL else act for act in acts)


def _sharp(act: MissionAct, full: Sequence[MissionAct]) -> MissionAct:
    sort = SORTS.get(act.kind)
    days = [
        other.date
        for other in full
        if SORTS[other.kind] == sort
        and other.date.startswith(f"{sure(act.date)}-")
        and (act.level == other.level or None in {act.level, other.level})
    ]
    return replace(act, date=min(days)) if sort is not None and days else act


def merged(prose: Sequence[MissionAct], lists: Sequence[MissionAct]) -> tuple[MissionAct, ...]:
    """The acts of both, without those of `lists` that the prose tells too."""
    told = shared((*prose, *lists))
    prose, lists = told[: len(prose)], told[len(prose) :]
    steps = [
        (kinds, [_day(act) for act in prose if act.kind in kinds and act.level != "Consulate"])
        for kinds in (_COMES, ENDS)
    ]
    return (*prose, *(act for act in lists if not any(_is_told(act, kinds, days) for kinds, days in steps)))


def _is_told(act: MissionAct, kinds: Set[str], days: Sequence[int]) -> bool:
    return act.kind in kinds and any(abs(_day(act) - day) <= _SAME_STEP for day in days)


def _day(act: MissionAct) -> int:
    first = bounds(act.date)[0]
    return date.fromisoformat(first).toordinal() if first else 0


def in_capital(acts: Sequence[MissionAct], sides: Sides) -> tuple[MissionAct, ...]:
    """`acts` without those of consulates that stand elsewhere than in the capital.

    A capital is a city known as one, or one where the acts themselves put an embassy or a legation.
    Of a state without either, the first consulate counts.
    """
    seats = {_plain(city) for city in (*sides.capitals, *sides.host_names)}
    seats |= {_plain(act.place) for act in acts if act.place and _of_mission(act)}
    if not sides.capitals and not any(_of_mission(act) for act in acts):
        first = min(
            (a for a in acts if a.level == "Consulate" and a.kind in {"open", "appoint", "arrive"}),
            key=lambda act: act.date,
            default=None,
        )
        if first is not None and first.place:
            seats.add(_plain(first.place))
    return tuple(
        act
        for act in acts
        if not (_is_consular(act) and not _stands(act.place, seats))
        and not _leaves_exile(act, sides)
        and not _stands_abroad(act, sides)
    )


def _leaves_exile(act: MissionAct, sides: Sides) -> bool:
    """Whether the mission closes in a third state: it stood near a government in exile, and goes home."""
    return act.kind == "close" and act.place is not None and sides.is_city_abroad(act.place)


def _stands_abroad(act: MissionAct, sides: Sides) -> bool:
    """Whether the mission opened or raised stands in a third state, and not near a government in exile."""
    return (
        act.kind in {"open", "raise"}
        and act.level in RESIDENT
        and act.place is not None
        and (sides.is_capital_abroad(act.place) or sides.third.fullmatch(act.place) is not None)
        and sides.host.search(act.evidence.text) is None
    )


def _of_mission(act: MissionAct) -> bool:
    return act.kind in BUILT and not RESIDENT.isdisjoint({act.level, act.of})


def _is_consular(act: MissionAct) -> bool:
    return (
        act.level == "Consulate"
        and act.kind in {"open", "close", "appoint", "arrive", "raise"}
        and (act.of in {None, "Consulate"})
    )


def _stands(place: str | None, seats: Iterable[str]) -> bool:
    return place is None or _plain(place) in seats or _plain(place.split()[0]) in seats


def _plain(place: str) -> str:
    return re.sub(r"\W+", "", place.casefold())
