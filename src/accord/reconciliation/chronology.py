"""When the events of reports were, taken together: their clauses of order and their dates as one network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.reconciliation.compare.order import gap
from accord.records import Order, Reading, Time

if TYPE_CHECKING:
    from accord.temporal_network import Constraint, Solution

# An event of a report, or the name that several of them are joined under.
_Point = tuple[str, str] | str


class Clause(Struct, frozen=True):
    """What a report says of when: its `order`, and the words of the event or time at either end.

    A date is an order too: the event follows the time by no days.  `report` is the report's id; `earlier` and
    `later` are words of it.

    >>> print(accord.chronology([reading]).clauses[0])
    restored -> reopened [0, 0] "The Cuban embassy in Washington reopened the same day."
    """

    report: str
    order: Order
    earlier: str
    later: str

    def __str__(self) -> str:
        """One line: `coup -> recalled [2, 2] "Norway recalled its envoy two days after the coup"`."""
        low, high = ("-" if days is None else days for days in (self.order.low, self.order.high))
        return f'{self.earlier} -> {self.later} [{low}, {high}] "{" ".join(self.order.text.split())}"'


class Chronology(Struct, frozen=True):
    """What one or several reports say of when, joined, and what follows from it.

    `clauses` are the clauses of order, `dates` the events with a time; both by report and place.
    `solution` is the network of days they make, `same` the names under which events were joined.

    >>> order = accord.chronology([reading])
    >>> order.bounds(reading.id, "e2")
    ('2015-07-20', '2015-07-20')
    """

    clauses: tuple[Clause, ...]
    dates: tuple[Clause, ...]
    solution: Solution
    same: Mapping[tuple[str, str], str]

    @property
    def consistent(self) -> bool:
        """Whether all clauses and dates can hold together."""
        return self.solution.consistent

    @property
    def blame(self) -> tuple[Clause, ...]:
        """A smallest set of clauses and dates that cannot hold together; empty where all can."""
        told = (*self.clauses, *self.dates)
        return tuple(told[label] for label in self.solution.blame if isinstance(label, int))

    def bounds(self, report: str, event: str) -> tuple[str | None, str | None]:
        """The first and last day that an event can have been on; None is open."""
        from accord.temporal_network import CALENDAR, iso

        low, high = self.solution.bounds(CALENDAR, _point(report, event, self.same))
        return iso(low), iso(high)

    def gap(self, one: tuple[str, str], other: tuple[str, str]) -> tuple[int | None, int | None]:
        """The fewest and most days from one event to the other, each (report, event); None is open."""
        return self.solution.bounds(_point(*one, self.same), _point(*other, self.same))


def chronology(readings: Sequence[Reading], same: Mapping[tuple[str, str], str] | None = None) -> Chronology:
    """Join what `readings` say of when.

    `same` gives events of several reports, each (report, event), the name of what they have in
    common; an event without a name stands for itself.

    >>> accord.chronology(readings).consistent
    True
    """
    from accord.temporal_network import solve

    joined = same or {}
    clauses = tuple(clause for reading in readings for clause in _clauses(reading, reading.orders))
    dates = tuple(clause for reading in readings for clause in _clauses(reading, _dates(reading)))
    texts = {reading.id: reading for reading in readings}
    constraints = [
        constraint
        for label, clause in enumerate((*clauses, *dates))
        if (constraint := _constraint(clause, texts[clause.report], joined, label)) is not None
    ]
    return Chronology(clauses, dates, solve(constraints), joined)


def _clauses(reading: Reading, orders: Sequence[Order]) -> Iterator[Clause]:
    words = {event.id: event.text for event in reading.events}
    words |= {f"time:{index}": time.text for index, time in enumerate(reading.times)}
    for order in orders:
        yield Clause(reading.id, order, words[order.earlier], words[order.later])


def _dates(reading: Reading) -> list[Order]:
    """The times of events as orders."""
    index = {(time.start, time.end): number for number, time in enumerate(reading.times)}
    return [
        Order(time.start, time.end, time.text, f"time:{index[time.start, time.end]}", event.id, 0, 0)
        for event in reading.events
        if (time := event.time) is not None
    ]


def _constraint(
    clause: Clause, reading: Reading, same: Mapping[tuple[str, str], str], label: int
) -> Constraint | None:
    from accord.temporal_network import Constraint, days_told, on_days

    order = clause.order
    earlier, later = (_point(reading.id, end, same) for end in (order.earlier, order.later))
    for end, other in ((order.earlier, later), (order.later, earlier)):
        if end.startswith("time:"):
            return on_days(other, days_told(order, _whole(end, reading)), label)
    return Constraint(
        earlier, later, order.low, order.high, label, strict=gap(order.low, order.high).sign > 0
    )


def _whole(id_: str, reading: Reading) -> Time:
    """A time with these days; one that begins a stretch ("from 3 May to 5 May") reaches to its end."""
    time = reading.times[int(id_.removeprefix("time:"))]
    if time.until is None:
        return time
    return replace(time, latest=reading.times[int(time.until.removeprefix("time:"))].latest)


def _point(report: str, event: str, same: Mapping[tuple[str, str], str]) -> _Point:
    return same.get((report, event), (report, event))
