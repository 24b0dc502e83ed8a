"""Dates told by the year or the month, made as precise as another act of that time tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from accord.ledger.missions.records import Act, Kind

# Acts by which a mission comes to stand, and acts by which it goes: those of a sort date each other.
_SORTS: Mapping[Kind, str] = {
    "open": "comes", "raise": "comes", "present": "comes", "promote": "comes", "arrive": "comes",
    "interim": "comes", "close": "goes", "sever": "goes", "interrupt": "goes", "war": "goes",
}  # fmt: skip
_FULL = len("YYYY-MM-DD")


def sharpened(acts: Sequence[Act]) -> tuple[Act, ...]:
    """`acts`, those told by the year or month dated by the first act of their sort and level in it.

    The Legation "opened in 1862" on the day of that year on which its first head presented credentials.
    """
    full = [act for act in acts if len(_plain(act)) == _FULL and act.kind in _SORTS]
    return tuple(_sharp(act, full) if len(_plain(act)) < _FULL else act for act in acts)


def _sharp(act: Act, full: Sequence[Act]) -> Act:
    sort = _SORTS.get(act.kind)
    days = [
        other.date
        for other in full
        if _SORTS[other.kind] == sort
        and other.date.startswith(f"{_plain(act)}-")
        and (act.level == other.level or None in {act.level, other.level})
    ]
    return replace(act, date=min(days)) if sort is not None and days else act


def _plain(act: Act) -> str:
    return act.date.rstrip("?~%")
