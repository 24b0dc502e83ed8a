"""Days on the calendar as a temporal network counts them, and what clauses with a time say of a day."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from accord.extract.times.network import Constraint
from accord.records import Order, Time

CALENDAR = "calendar"
"""The point of a network that days are counted from."""

# Lowest and highest day, None being open.
Days = tuple[int | None, int | None]


def days_of(earliest: str | None, latest: str | None) -> Days:
    """The days that two ISO days bound."""
    low = date.fromisoformat(earliest).toordinal() if earliest else None
    high = date.fromisoformat(latest).toordinal() if latest else None
    return low, high


def days_told(order: Order, time: Time) -> Days:
    """The days that an event can have been on which `order` sets apart from `time`.

    Days are counted from the nearest day of the time, so that none lets the event fall within it.
    """
    first, last = days_of(time.earliest, time.latest)
    low, high = order.low, order.high
    if order.later.startswith("time:"):
        low, high = _less(high), _less(low)
    return (
        None if low is None else _moved(last if low > 0 else first, low),
        None if high is None else _moved(first if high < 0 else last, high),
    )


def _less(days: int | None) -> int | None:
    return None if days is None else -days


def _moved(day: int | None, by: int) -> int | None:
    return None if day is None else day + by


def on_days(point: Hashable, days: Days, label: Hashable) -> Constraint | None:
    """What `days` say of a point; None where they are open."""
    return None if days == (None, None) else Constraint(CALENDAR, point, *days, label)


def iso(day: int | None) -> str | None:
    """The ISO day of a day of the network; None where it is open or on no calendar."""
    if day is None or not 1 <= day <= date.max.toordinal():
        return None
    return date.fromordinal(day).isoformat()
