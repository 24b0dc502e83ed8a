"""A simple temporal network over days: what order and distance clauses allow together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Constraint:
    """`later - earlier` lies in [low, high] days; None is open.  `label` names where it was said."""

    earlier: str
    later: str
    low: int | None
    high: int | None
    label: Hashable


@dataclass(frozen=True)
class Solution:
    """Whether constraints can hold together, and what follows from them.

    `blame` holds the labels of a smallest set of constraints that cannot hold together, in the
    order of the cycle they form; it is empty when the network is consistent.
    """

    consistent: bool
    blame: tuple[Hashable, ...] = ()
    _index: Mapping[str, int] = field(default_factory=dict, repr=False)
    _distance: Matrix | None = field(default=None, repr=False, compare=False)

    def bounds(self, earlier: str, later: str) -> tuple[int | None, int | None]:
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
    """Join the constraints; time grows with the cube of the number of points they name."""
    held = tuple(constraints)
    for one in held:
        if one.low is not None and one.high is not None and one.low > one.high:
            return Solution(False, (one.label,))
        if one.earlier == one.later and not ((one.low or 0) <= 0 <= (one.high or 0)):
            return Solution(False, (one.label,))
    index: dict[str, int] = {}
    for one in held:
        for point in (one.earlier, one.later):
            index.setdefault(point, len(index))
    edges, sources = _edges(held, index)
    distance = _shortest_paths(edges)
    if distance is None:
        cycle = _shortest_negative_cycle(edges)
        blame = tuple(dict.fromkeys(held[sources[pair]].label for pair in cycle))
        return Solution(False, blame)
    return Solution(True, (), index, distance)


def _edges(
    constraints: Sequence[Constraint], index: Mapping[str, int]
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
    before: list[npt.NDArray[np.intp]] = []
    for _ in range(size):
        longer = np.full_like(walks, np.inf)
        last = np.zeros((size, size), dtype=np.intp)
        for middle in range(size):
            through = walks[:, middle, None] + edges[middle, None, :]
            better = through < longer
            longer[better] = through[better]
            last[better] = middle
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
