"""Where envoys reside, as far as one place of the guides tells it for another."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accord.ledger.missions.records import Act
from accord.ledger.missions.things import Finder

_MISSIONS = frozenset({"Embassy", "Legation"})
_BUILT = frozenset({"open", "close", "raise"})


def settled(acts: Sequence[Act], finder: Finder) -> tuple[Act, ...]:
    """The acts of one guide, its envoys residing elsewhere where the guide says so for all of them.

    "All ambassadors have been resident at Port Sol" holds for each, where no mission is ever told of.
    """
    if any(act.kind in _BUILT and act.level in _MISSIONS for act in acts):
        return tuple(acts)
    if not finder.lives_away(0, len(finder.text)):
        return tuple(acts)
    return tuple(replace(act, away=True) if _of_envoy(act) else act for act in acts)


def shared(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of several guides: what one says of an envoy's residence and rank on a day holds for all."""
    away = {(act.kind, act.date) for act in acts if act.kind in {"present", "close"} and act.away}
    ranks = {act.date: act.level for act in acts if act.kind == "present" and act.level is not None}
    return tuple(
        replace(
            act,
            away=act.away or (act.kind, act.date) in away,
            level=ranks.get(act.date) if act.kind == "present" and act.level is None else act.level,
        )
        for act in acts
    )


def _of_envoy(act: Act) -> bool:
    return act.kind in {"present", "appoint"} and act.level != "Consulate"
