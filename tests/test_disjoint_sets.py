"""Sets of numbers that hang together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accord.disjoint_sets import Union

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


def joined(pairs: list[tuple[int, int]]) -> Union:
    union = Union(10)
    for one, other in pairs:
        union.join(one, other)
    return union


def test_what_hangs_together_through_others_is_one_set() -> None:
    assert joined([(1, 4), (7, 4), (9, 8)]).sets() == [[0], [1, 4, 7], [2], [3], [5], [6], [8, 9]]


@given(PAIRS)
def test_sets_do_not_depend_on_the_order_of_joining(pairs: list[tuple[int, int]]) -> None:
    turned = [(other, one) for one, other in reversed(pairs)]
    assert joined(pairs).sets() == joined(turned).sets()


@given(PAIRS)
def test_a_set_is_known_by_its_smallest_number(pairs: list[tuple[int, int]]) -> None:
    union = joined(pairs)
    assert sorted(number for held in union.sets() for number in held) == list(range(10))
    for held in union.sets():
        assert {union.root(number) for number in held} == {min(held)}
    assert all(union.root(one) == union.root(other) for one, other in pairs)
