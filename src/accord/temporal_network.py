"""A simple temporal network over days: what order and distance clauses, and dates, allow together."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from accord.records import Order, Time

Matrix = npt.NDArray[np.float64]

CALENDAR = "calendar"
"""The point of a network that days are counted from."""

# Lowest and highest day, None being open.
Days = tuple[int | None, int | None]


@dataclass(frozen=True)
class Constraint:
    """`later - earlier` lies in [low, high] days; None is open.  `label` names where it was said.

    `strict` adds that `later` came after `earlier` even where both are of one day.
    """

    earlier: Hashable
    later: Hashable
    low: int | None
    high: int | None
    label: Hashable
    strict: bool = False


@dataclass(frozen=True)
class Solution:
    """Whether constraints can hold together, and what follows from them.

    `blame` holds the labels of a smallest set of constraints that cannot hold together, in the
    order of the cycle they form; it is empty when the network is consistent.
    """

    consistent: bool
    blame: tuple[Hashable, ...] = ()
    _index: Mapping[Hashable, int] = field(default_factory=dict, repr=False)
    _distance: Matrix | None = field(default=None, repr=False, compare=False)

    def bounds(self, earlier: Hashable, later: Hashable) -> tuple[int | None, int | None]:
        """The days [low, high] that `later - earlier` must lie in; None is open.

        Points no constraint names, and all points of an inconsistent network, are open.
        """
        if earlier == later:
            return (0, 0)
        a, b = self._index.get(earlier), self._index.get(later)
        if self._distance is None or a is None or b is None:
            return (None, None)
        low, high = -float(self._distance[b, a]), float(self._distance[a, b])
        return (int(low) if np.isfinite(low) else None, int(high) if np.isfinite(high) else None)


def solve(constraints: Iterable[Constraint]) -> Solution:
    """Join the constraints; time grows with the cube of the number of points they name.

    They can hold together if some days fit them all, and what came strictly after what does not
    run in a circle: on one day, any order without a circle has room.
    """
    held = tuple(constraints)
    for one in held:
        if _is_impossible(one):
            return Solution(False, (one.label,))
    index: dict[Hashable, int] = {}
    for one in held:
        for point in (one.earlier, one.later):
            index.setdefault(point, len(index))
    edges, sources = _edges(held, index)
    distance = _shortest_paths(edges)
    circle = _shortest_circle(held)
    if distance is None:
        cycle = _shortest_negative_cycle(edges)
        blame = tuple(dict.fromkeys(held[sources[pair]].label for pair in cycle))
        return Solution(False, circle if circle and len(circle) < len(blame) else blame)
    return Solution(False, circle) if circle else Solution(True, (), index, distance)


def _is_impossible(one: Constraint) -> bool:
    """Whether no days fit a constraint on its own."""
    if one.low is not None and one.high is not None and one.low > one.high:
        return True
    if one.strict and one.high is not None and one.high < 0:
        return True
    apart = one.strict or not ((one.low or 0) <= 0 <= (one.high or 0))
    return one.earlier == one.later and apart


def _edges(
    constraints: Sequence[Constraint], index: Mapping[Hashable, int]
) -> tuple[Matrix, dict[tuple[int, int], int]]:
    """The distance graph: the tightest weight of each edge, and which constraint it came from."""
    edges = np.full((len(index), len(index)), np.inf)
    sources: dict[tuple[int, int], int] = {}
    for number, one in enumerate(constraints):
        a, b = index[one.earlier], index[one.later]
        if a == b:
            continue
        for pair, weight in (((a, b), one.high), ((b, a), None if one.low is None else -one.low)):
            if weight is not None and weight < edges[pair]:
                edges[pair] = weight
                sources[pair] = number
    return edges, sources


def _shortest_paths(edges: Matrix) -> Matrix | None:
    """All shortest paths (Floyd and Warshall), or None when there is a negative cycle."""
    distance = edges.copy()
    np.fill_diagonal(distance, 0)
    for middle in range(len(distance)):
        np.minimum(distance, distance[:, middle, None] + distance[middle, None, :], out=distance)
        if (np.diagonal(distance) < 0).any():
            return None
    return distance


def _shortest_negative_cycle(edges: Matrix) -> list[tuple[int, int]]:
    """The edges of a negative cycle with as few edges as any.

    Walks are lengthened by one edge at a time; the first closed walk of negative weight is a
    simple cycle, since a part of it that closed earlier would have been found earlier.
    """
    size = len(edges)
    walks = edges.copy()
    steps = [(int(middle), int(end)) for middle, end in np.argwhere(np.isfinite(edges))]
    before: list[npt.NDArray[np.intp]] = []
    for _ in range(size):
        longer = np.full_like(walks, np.inf)
        last = np.zeros((size, size), dtype=np.intp)
        for middle, end in steps:
            through = walks[:, middle] + edges[middle, end]
            better = through < longer[:, end]
            longer[better, end] = through[better]
            last[better, end] = middle
        before.append(last)
        walks = longer
        closed = np.diagonal(walks)
        if (closed < 0).any():
            start = int(np.argmin(closed))
            return _trace(start, before)
    raise ValueError("the network has no negative cycle")


def _trace(start: int, before: Sequence[npt.NDArray[np.intp]]) -> list[tuple[int, int]]:
    """The edges of the closed walk from `start`, given the last point but one of every walk."""
    edges: list[tuple[int, int]] = []
    here = start
    for last in reversed(before):
        previous = int(last[start, here])
        edges.append((previous, here))
        here = previous
    edges.append((start, here))
    return edges[::-1]


def _shortest_circle(constraints: Sequence[Constraint]) -> tuple[Hashable, ...]:
    """The labels of as few strict constraints as run in a circle; none where none do."""
    later: dict[Hashable, dict[Hashable, Hashable]] = {}
    for one in constraints:
        if one.strict:
            later.setdefault(one.earlier, {}).setdefault(one.later, one.label)
    shortest: tuple[Hashable, ...] = ()
    for start in later:
        found = _circle_through(start, later)
        if found and (not shortest or len(found) < len(shortest)):
            shortest = found
    return shortest


def _circle_through(
    start: Hashable, later: Mapping[Hashable, Mapping[Hashable, Hashable]]
) -> tuple[Hashable, ...]:
    """The labels on a shortest way from `start` back to it, breadth first."""
    ways: dict[Hashable, tuple[Hashable, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for point, label in later.get(here, {}).items():
            if point == start:
                return (*ways[here], label)
            if point not in ways:
                ways[point] = (*ways[here], label)
                waiting.append(point)
    return ()


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
        low, high = turned((low, high))
    return (
        None if low is None else _moved(last if low > 0 else first, low),
        None if high is None else _moved(first if high < 0 else last, high),
    )


def turned(days: Days) -> Days:
    """The days between two points seen from the other end."""
    low, high = days
    return (None if high is None else -high, None if low is None else -low)


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
