"""How alike two sets are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accord.set_likeness import jaccard

SETS = st.frozensets(st.integers(0, 9))


@given(SETS, SETS)
def test_likeness_is_the_same_both_ways_and_full_of_equal_sets_only(
    one: frozenset[int], other: frozenset[int]
) -> None:
    assert jaccard(one, other) == jaccard(other, one)
    assert 0 <= jaccard(one, other) <= 1
    assert (jaccard(one, other) == 1) is (one == other and bool(one))


def test_it_is_the_share_of_all_that_is_in_both() -> None:
    assert jaccard({1, 2, 3}, {2, 3, 4}) == 0.5
    assert jaccard(set(), set()) == jaccard({1}, set()) == 0
