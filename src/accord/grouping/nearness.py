"""How near two reports are: how alike they are, and how many days lie between them."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from accord.grouping.blocks import FAINT, LIKE
from accord.grouping.portraits import Portrait

# A story may be silent for so many days; dated texts that lie further apart are not near by words alone.
_SILENCE = timedelta(days=30)
# Words and meaning together tell how a story goes on from another of its kind, for as long as news is looked
# back at; beyond, a store would be searched ever further for each report.
_LOOKING_BACK = timedelta(days=730)
# The further apart two texts are, the more alike they must be to be near: twice as much after so many days.
# With their meaning known, that is enough for any longer time too.
_FADING = 20
PROMISING = 0.01
"""How much of their likeness two texts must have from their telling terms to be compared at all."""
# The same where a silence lies between them.
_PROMISING_AFTER_SILENCE = 0.015


class Stand(Struct, frozen=True, gc=False):
    """A report among others: the day of its publication, and its portrait."""

    day: str | None
    portrait: Portrait


def window(stand: Stand) -> tuple[str, str]:
    """The first and the last day of what can be near a report; all days for one that has none."""
    try:
        at = date.fromisoformat(stand.day or "")
        long = _LOOKING_BACK if stand.portrait.told else _SILENCE
        return (at - long).isoformat(), (at + long).isoformat()
    except (ValueError, OverflowError):
        return "", "~"


def is_promising(promise: float, one: Stand, other: Stand) -> bool:
    """Whether two reports are worth comparing, whose telling terms add `promise` to their likeness."""
    if promise < PROMISING:
        return False
    apart = _days_between(one.day, other.day)
    return apart <= _SILENCE.days or (
        apart <= _LOOKING_BACK.days and promise >= _PROMISING_AFTER_SILENCE and _are_told(one, other)
    )


def nearness(one: Stand, other: Stand) -> float:
    """How near two promising reports are: less than they are alike, the more days lie between them.

    0 where that is too little to count.
    """
    apart = _days_between(one.day, other.day)
    known = _are_told(one, other)
    near = one.portrait.product(other.portrait) / (1 + (min(apart, _FADING) if known else apart) / _FADING)
    return near if near >= (FAINT if known else LIKE) else 0.0


def _are_told(one: Stand, other: Stand) -> bool:
    """Whether the meaning of both is known."""
    return one.portrait.told > 0 < other.portrait.told


def _days_between(one: str | None, other: str | None) -> int:
    """The days between two days; none where one is not known."""
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return 0
