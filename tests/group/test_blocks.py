"""Blocks: grouped without a look at others, however big what hangs together is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.group import blocks as blocks_module
from accord.group.blocks import LIKE, all_blocks, block, blocks

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
    """With or without `moved`, the blocks that change are those of its neighbours, before or after."""
    rest = {pair: likeness for pair, likeness in edges.items() if not moved & set(pair)}
    whole, without = Graph(edges).near, Graph(rest).near
    beside = {key for gone in moved for key in whole(gone)} - moved
    coming = blocks(sorted(beside), without)
    seeds = {key for one in coming for key in one} | moved
    affected = {key for one in blocks(sorted(seeds), whole) for key in one}
    for key in set(KEYS) - affected:
        assert block(key, whole) == block(key, without)
    for key in affected - seeds:
        raise AssertionError(f"{key} is in a block with what moved, but was not noticed")


def test_what_is_alike_through_and_through_is_one_block_however_big() -> None:
    edges = {(one, other): 1.0 for one in KEYS for other in KEYS if one < other}
    assert all_blocks(KEYS, Graph(edges).near) == [frozenset(KEYS)]
