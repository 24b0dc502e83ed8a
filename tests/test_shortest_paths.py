"""Shortest paths against brute force, and circles."""

from __future__ import annotations

from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.shortest_paths import ShortestPaths, settle, shortest_circle

GRAPHS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] != pair[1]),
    st.integers(-4, 6),
    max_size=9,
)


def lengths(edges: dict[tuple[int, int], int]) -> dict[tuple[int, int], int] | None:
    """All shortest paths (Floyd and Warshall); None where a cycle has none."""
    far = {(a, b): 0 if a == b else edges.get((a, b), 10**6) for a in range(5) for b in range(5)}
    for m, a, b in product(range(5), repeat=3):
        far[a, b] = min(far[a, b], far[a, m] + far[m, b])
    return None if any(far[a, a] < 0 for a in range(5)) else far


@settings(deadline=None)
@given(GRAPHS)
def test_paths_are_as_short_as_any(edges: dict[tuple[int, int], int]) -> None:
    settled, far = settle(5, edges), lengths(edges)
    if far is None:
        assert isinstance(settled, list)
        around = zip(settled, settled[1:] + settled[:1], strict=True)
        assert sum(edges[pair] for pair in around) < 0
        return
    assert isinstance(settled, tuple)
    assert all(settled[a] + weight >= settled[b] for (a, b), weight in edges.items())
    paths = ShortestPaths(edges, settled)
    for a, b in product(range(5), repeat=2):
        told = None if far[a, b] > 1000 else far[a, b]
        assert paths.out_of(a).get(b) == told
        assert paths.into(b).get(a) == told


@settings(deadline=None)
@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda e: e[0] != e[1]), max_size=9))
def test_a_circle_has_as_few_edges_as_any(edges: set[tuple[int, int]]) -> None:
    sizes = [
        size
        for size in range(2, 6)
        for points in permutations(range(5), size)
        if all((points[at], points[(at + 1) % size]) in edges for at in range(size))
    ]
    found = shortest_circle([(a, b, (a, b)) for a, b in sorted(edges)])
    assert len(found) == min(sizes, default=0)
    assert all(pair in edges for pair in found)


def test_a_long_chain_is_settled_without_moving_anything() -> None:
    size = 20_000
    edges = {(at, at + 1): 1 for at in range(size - 1)} | {(at + 1, at): -1 for at in range(size - 1)}
    settled = settle(size, edges)
    assert isinstance(settled, tuple)
    assert ShortestPaths(edges, settled).out_of(0)[size - 1] == size - 1
