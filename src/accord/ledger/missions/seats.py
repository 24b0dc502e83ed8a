"""Which consulates count: those in the capital, where a mission would stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from accord.ledger.missions.records import Act
from accord.ledger.missions.sides import Sides


def in_capital(acts: Sequence[Act], sides: Sides) -> tuple[Act, ...]:
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


def _leaves_exile(act: Act, sides: Sides) -> bool:
    """Whether the mission closes in a third state: it stood near a government in exile, and goes home."""
    return act.kind == "close" and act.place is not None and sides.is_city_abroad(act.place)


def _stands_abroad(act: Act, sides: Sides) -> bool:
    """Whether the mission opened or raised stands in a third state, and not near a government in exile."""
    return (
        act.kind in {"open", "raise"}
        and act.level in {"Embassy", "Legation"}
        and act.place is not None
        and sides.is_capital_abroad(act.place)
        and sides.host.search(act.evidence.text) is None
    )


def _of_mission(act: Act) -> bool:
    return act.kind in {"open", "close", "raise"} and (
        act.level in {"Embassy", "Legation"} or act.of in {"Embassy", "Legation"}
    )


def _is_consular(act: Act) -> bool:
    return (
        act.level == "Consulate"
        and act.kind in {"open", "close", "appoint", "arrive", "raise"}
        and (act.of in {None, "Consulate"})
    )


def _stands(place: str | None, seats: Iterable[str]) -> bool:
    return place is None or _plain(place) in seats or _plain(place.split()[0]) in seats


def _plain(place: str) -> str:
    return re.sub(r"\W+", "", place.casefold())
