"""A simple temporal network over days: what order and distance clauses, and dates, allow together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from accord.records import Order, Time
from accord.shortest_paths import Cycle, Edges, ShortestPaths, settle, shortest_circle

CALENDAR = "calendar"
"""The point of a network that days are counted from."""

MOST_AT_ONCE = 250
"""Of so many points all are looked at together for the smallest set that cannot hold."""

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

    `blame` holds the labels of a set of constraints that cannot hold together, as small as any in a network
    of up to `MOST_AT_ONCE` points, in the order of the cycle they form; it is empty when the network is
    consistent.
    """

    consistent: bool
    blame: tuple[Hashable, ...] = ()
    _index: Mapping[Hashable, int] = field(default_factory=dict, repr=False)
    _paths: ShortestPaths | None = field(default=None, repr=False, compare=False)

    def bounds(self, earlier: Hashable, later: Hashable) -> tuple[int | None, int | None]:
        """The days [low, high] that `later - earlier` must lie in; None is open.

        Points no constraint names, and all points of an inconsistent network, are open.
        """
        if earlier == later:
            return (0, 0)
        a, b = self._index.get(earlier), self._index.get(later)
        if self._paths is None or a is None or b is None:
            return (None, None)
        back = self._paths.into(a).get(b)
        return (None if back is None else -back, self._paths.out_of(a).get(b))


def solve(constraints: Iterable[Constraint]) -> Solution:
    """Join the constraints; time grows with their number where few of them gainsay others.

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
    circle = shortest_circle([(one.earlier, one.later, one.label) for one in held if one.strict])
    settled = settle(len(index), edges)
    if isinstance(settled, list):
        cycle = _shortest_negative_cycle(edges, settled, len(index))
        blame = tuple(dict.fromkeys(held[sources[pair]].label for pair in cycle))
        return Solution(False, circle if circle and len(circle) < len(blame) else blame)
    return Solution(False, circle) if circle else Solution(True, (), index, ShortestPaths(edges, settled))


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
) -> tuple[Edges, dict[tuple[int, int], int]]:
    """The distance graph: the tightest weight of each edge, and which constraint it came from."""
    edges: dict[tuple[int, int], int] = {}
    sources: dict[tuple[int, int], int] = {}
    for number, one in enumerate(constraints):
        a, b = index[one.earlier], index[one.later]
        if a == b:
            continue
        for pair, weight in (((a, b), one.high), ((b, a), None if one.low is None else -one.low)):
            if weight is not None and (pair not in edges or weight < edges[pair]):
                edges[pair] = weight
                sources[pair] = number
    return edges, sources


def _shortest_negative_cycle(edges: Edges, found: Cycle, points: int) -> list[tuple[int, int]]:
    """The edges of a negative cycle with as few edges as any, or in a large network as any through `found`.

    Walks are lengthened by one edge at a time; the first closed walk of negative weight is a
    simple cycle, since a part of it that closed earlier would have been found earlier.
    """
    if points > MOST_AT_ONCE < len(found):
        return [(one, found[(at + 1) % len(found)]) for at, one in enumerate(found)]
    among = range(points) if points <= MOST_AT_ONCE else sorted(found)
    place = {point: at for at, point in enumerate(among)}
    steps = [(place[a], place[b], w) for (a, b), w in edges.items() if a in place and b in place]
    walks = np.full((len(place), len(place)), np.inf)
    for middle, end, weight in steps:
        walks[middle, end] = weight
    before: list[npt.NDArray[np.intp]] = []
    for _ in place:
        longer = np.full_like(walks, np.inf)
        last = np.zeros(walks.shape, dtype=np.intp)
        for middle, end, weight in steps:
            through = walks[:, middle] + weight
            better = through < longer[:, end]
            longer[better, end] = through[better]
            last[better, end] = middle
        before.append(last)
        walks = longer
        closed = np.diagonal(walks)
        if (closed < 0).any():
            return [(among[a], among[b]) for a, b in _trace(int(np.argmin(closed)), before)]
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
