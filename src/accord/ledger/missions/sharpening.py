"""Dates told by the year or the month, made as precise as another act of that time tells them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accord.ledger.missions.records import SORTS, Act

_FULL = len("YYYY-MM-DD")


def sharpened(acts: Sequence[Act]) -> tuple[Act, ...]:
    """`acts`, those told by the year or month dated by the first act of their sort and level in it.

    The Legation "opened in 1862" on the day of that year on which its first head presented credentials.
    """
    full = [act for act in acts if len(_plain(act)) == _FULL and act.kind in SORTS]
    return tuple(_sharp(act, full) if len(_plain(act)) < _FULL else act for act in acts)


def _sharp(act: Act, full: Sequence[Act]) -> Act:
    sort = SORTS.get(act.kind)
    days = [
        other.date
        for other in full
        if SORTS[other.kind] == sort
        and other.date.startswith(f"{_plain(act)}-")
        and (act.level == other.level or None in {act.level, other.level})
    ]
    return replace(act, date=min(days)) if sort is not None and days else act


def _plain(act: Act) -> str:
    return act.date.rstrip("?~%")
