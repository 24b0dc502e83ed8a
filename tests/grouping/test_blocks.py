"""Blocks: grouped without a look at others, however big what hangs together is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.grouping import blocks as blocks_module
from accord.grouping.blocks import LIKE, all_blocks, block, blocks, prominent

KEYS = [f"k{number:02}" for number in range(14)]

graphs = st.dictionaries(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(LIKE, 1),
    max_size=40,
)
Edges = Mapping[tuple[str, str], float]


class Graph:
    def __init__(self, edges: Edges) -> None:
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), likeness in edges.items():
            self._near[one][other] = self._near[other][one] = likeness

    def near(self, key: str) -> Mapping[str, float]:
        return self._near.get(key, {})


@pytest.fixture(autouse=True, scope="module")
def small() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks_module, "_MOST", 4)
        yield


@given(graphs)
def test_blocks_part_all_keys_and_all_ways_give_the_same(edges: Edges) -> None:
    near = Graph(edges).near
    found = all_blocks(KEYS, near)
    assert sorted(key for one in found for key in one) == KEYS
    assert set(found) == {block(key, near) for key in KEYS} == set(blocks(KEYS, near))


@given(graphs, st.sets(st.sampled_from(KEYS), min_size=1, max_size=3))
def test_what_comes_or_goes_moves_only_blocks_beside_it(edges: Edges, moved: set[str]) -> None:
    """With or without `moved`, the blocks that change hold what is near it, or near that."""
    rest = {pair: likeness for pair, likeness in edges.items() if not moved & set(pair)}
    raw = Graph(edges).near
    whole, without = prominent(raw), prominent(Graph(rest).near)
    beside = {key for gone in moved for key in raw(gone)} - moved

    ends = beside | {other for key in beside for other in without(key)}
    seeds = {key for one in blocks(ends, without) for key in one} | moved
    coming = {key for one in blocks(seeds, whole) for key in one}
    ends = beside | {other for key in beside for other in raw(key)}
    seeds = {key for one in blocks(ends | moved, whole) for key in one} - moved
    going = {key for one in blocks(seeds | (ends - moved), without) for key in one}
    for noticed in (coming, going):
        for key in set(KEYS) - noticed - moved:
            assert block(key, whole) == block(key, without)


def test_a_pair_is_prominent_unless_both_have_one_that_is_much_nearer() -> None:
    near = prominent(Graph({("k00", "k01"): 0.9, ("k02", "k03"): 0.8, ("k00", "k02"): 0.2}).near)
    assert near("k00") == {"k01": 0.9}
    near = prominent(Graph({("k00", "k01"): 0.9, ("k00", "k02"): 0.2}).near)
    assert near("k02") == {"k00": 0.2}
    assert near("k04") == {}


def test_what_is_alike_through_and_through_is_one_block_however_big() -> None:
    edges = {(one, other): 1.0 for one in KEYS for other in KEYS if one < other}
    assert all_blocks(KEYS, Graph(edges).near) == [frozenset(KEYS)]
