"""Shortest paths in a graph whose edges may be negative, and the cycles that leave it without any."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache

Edges = Mapping[tuple[int, int], int]
"""The weight of each edge, by the points it leads from and to."""

Cycle = list[int]
"""The points of a cycle of negative weight, in order."""

Potentials = tuple[int, ...]
"""A number for each point, so that no edge is longer than they differ: places that fit all edges."""

_Neighbours = list[list[tuple[int, int]]]

# So many starts stand for all when the shortest of many circles is looked for.
_MOST_STARTS = 250


def settle(size: int, edges: Edges) -> Potentials | Cycle:
    """Places that fit all edges (Bellman and Ford), or a negative cycle where there are none.

    Points are first placed along the edges that reach them; only what does not fit there is moved.
    """
    after = _neighbours(size, edges)
    place = _placed(size, edges)
    before: list[int | None] = [None] * size
    waiting, is_waiting = deque(range(size)), [True] * size
    moved = 0
    while waiting:
        here = waiting.popleft()
        is_waiting[here] = False
        for there, weight in after[here]:
            if place[here] + weight < place[there]:
                place[there] = place[here] + weight
                before[there] = here
                moved += 1
                if moved % size == 0 and (cycle := _cycle(before)):
                    return cycle
                if not is_waiting[there]:
                    is_waiting[there] = True
                    waiting.append(there)
    return tuple(place)


def _neighbours(size: int, edges: Edges, back: bool = False) -> _Neighbours:
    found: _Neighbours = [[] for _ in range(size)]
    for (one, other), weight in edges.items():
        start, end = (other, one) if back else (one, other)
        found[start].append((end, weight))
    return found


def _placed(size: int, edges: Edges) -> list[int]:
    """Each point placed along the first edge that reaches it, whichever way that leads."""
    ways: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for (one, other), weight in edges.items():
        ways[one].append((other, weight))
        ways[other].append((one, -weight))
    place: list[int | None] = [None] * size
    for start in range(size):
        if place[start] is not None:
            continue
        place[start] = 0
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for there, weight in ways[here]:
                if place[there] is None:
                    place[there] = (place[here] or 0) + weight
                    waiting.append(there)
    return [at or 0 for at in place]


def _cycle(before: Sequence[int | None]) -> Cycle | None:
    """A cycle among the points that others were moved after, in the order of its edges."""
    seen = [-1] * len(before)
    for start in range(len(before)):
        here: int | None = start
        while here is not None and seen[here] < 0:
            seen[here] = start
            here = before[here]
        if here is not None and seen[here] == start:
            cycle = [here]
            while (at := before[cycle[-1]]) != here:
                assert at is not None
                cycle.append(at)
            return cycle[::-1]
    return None


class ShortestPaths:
    """The lengths of shortest paths, each start asked for when it is wanted (Dijkstra, Johnson)."""

    def __init__(self, edges: Edges, potentials: Potentials) -> None:
        self._potentials = potentials
        self._after = _neighbours(len(potentials), edges)
        self._before = _neighbours(len(potentials), edges, back=True)
        self.out_of = lru_cache(maxsize=None)(self._out_of)
        self.into = lru_cache(maxsize=None)(self._into)

    def _out_of(self, start: int) -> dict[int, int]:
        """The lengths from a point to all that it leads to."""
        return self._lengths(start, self._after, 1)

    def _into(self, end: int) -> dict[int, int]:
        """The lengths to a point from all that lead to it."""
        return self._lengths(end, self._before, -1)

    def _lengths(self, start: int, ways: _Neighbours, sign: int) -> dict[int, int]:
        at = self._potentials
        found: dict[int, int] = {}
        heap = [(0, start)]
        while heap:
            far, here = heapq.heappop(heap)
            if here in found:
                continue
            found[here] = far
            for there, weight in ways[here]:
                if there not in found:
                    heapq.heappush(heap, (far + weight + sign * (at[here] - at[there]), there))
        return {point: far + sign * (at[point] - at[start]) for point, far in found.items()}


def shortest_circle(edges: Iterable[tuple[Hashable, Hashable, Hashable]]) -> tuple[Hashable, ...]:
    """The labels of as few edges (from, to, label) as run in a circle; none where none do."""
    after: dict[Hashable, dict[Hashable, Hashable]] = defaultdict(dict)
    for one, other, label in edges:
        after[one].setdefault(other, label)
    shortest: tuple[Hashable, ...] = ()
    tried: dict[int, int] = defaultdict(int)
    group_of = _on_circles(after)
    for start in list(after):
        group = group_of.get(start)
        if group is None or tried[group] >= _MOST_STARTS:
            continue
        tried[group] += 1
        found = _circle_through(start, after, group_of, len(shortest))
        if found and (not shortest or len(found) < len(shortest)):
            shortest = found
    return shortest


def _circle_through(
    start: Hashable,
    after: Mapping[Hashable, Mapping[Hashable, Hashable]],
    group_of: Mapping[Hashable, int],
    known: int,
) -> tuple[Hashable, ...]:
    """The labels on a shortest way from `start` back to it, breadth first; none as long as `known`."""
    before: dict[Hashable, tuple[Hashable, Hashable]] = {}
    waiting = deque([(start, 0)])
    while waiting:
        here, steps = waiting.popleft()
        if known and steps + 1 >= known:
            return ()
        for point, label in after.get(here, {}).items():
            if point == start:
                labels = [label]
                while here != start:
                    here, label = before[here]
                    labels.append(label)
                return tuple(labels[::-1])
            if point not in before and group_of.get(point) == group_of[start]:
                before[point] = here, label
                waiting.append((point, steps + 1))
    return ()


def _on_circles(after: Mapping[Hashable, Mapping[Hashable, Hashable]]) -> dict[Hashable, int]:
    """The points that lie on circles, by which reach each other (Tarjan)."""
    number: dict[Hashable, int] = {}
    low: dict[Hashable, int] = {}
    path: list[Hashable] = []
    done: set[Hashable] = set()
    groups: dict[Hashable, int] = {}
    for root in list(after):
        stack = [] if root in number else [(root, iter(after.get(root, {})))]
        while stack:
            here, following = stack[-1]
            if here not in number:
                number[here] = low[here] = len(number)
                path.append(here)
            child = next(following, None)
            if child is not None:
                if child not in number:
                    stack.append((child, iter(after.get(child, {}))))
                elif child not in done:
                    low[here] = min(low[here], number[child])
                continue
            stack.pop()
            if stack:
                low[stack[-1][0]] = min(low[stack[-1][0]], low[here])
            if low[here] == number[here]:
                group = _cut(path, here)
                done.update(group)
                if len(group) > 1:
                    groups.update(dict.fromkeys(group, number[here]))
    return groups


def _cut(path: list[Hashable], last: Hashable) -> list[Hashable]:
    """What stands on `path` down to `last`, taken off it."""
    group = [path.pop()]
    while group[-1] != last:
        group.append(path.pop())
    return group
