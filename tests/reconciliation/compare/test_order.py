"""Clauses of order: before, after, on the same day, so many days later."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.compare.order import Gap, compare, gap, within

AFTER, SAME_DAY, TWO_DAYS = gap(0, None), gap(0, 0), gap(2, 2)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (AFTER, AFTER, "agrees"),
        (AFTER, AFTER.turned(), "contradicts"),
        (AFTER, TWO_DAYS, "refines"),
        (SAME_DAY, TWO_DAYS, "contradicts"),
        (SAME_DAY, AFTER, "agrees"),
        (SAME_DAY, SAME_DAY.turned(), "agrees"),
        (TWO_DAYS, AFTER.turned(), "contradicts"),
        (gap(2, 5), gap(4, 9), "agrees"),
        (gap(2, 3), gap(4, 9), "contradicts"),
        (AFTER, Gap(None, None, 0), "cannot tell"),
    ],
)
def test_clauses_compare(one: Gap, other: Gap, answer: str) -> None:
    assert compare(one, other) == answer
    assert compare(one.turned(), other.turned()) == answer


ends = st.one_of(st.none(), st.integers(0, 6))
gaps = (
    st.tuples(ends, ends, st.booleans())
    .filter(lambda e: e[0] is None or e[1] is None or e[0] <= e[1])
    .map(lambda e: gap(e[0], e[1]).turned() if e[2] else gap(e[0], e[1]))
)


@given(gaps, gaps)
def test_comparison_is_symmetric(one: Gap, other: Gap) -> None:
    assert compare(one, other) == compare(other, one)


@given(gaps, gaps, gaps)
def test_lying_inside_is_transitive(one: Gap, middle: Gap, outer: Gap) -> None:
    if within(one, middle) and within(middle, outer):
        assert within(one, outer)


@given(gaps, gaps)
def test_what_lies_inside_does_not_contradict(one: Gap, other: Gap) -> None:
    if within(one, other):
        assert compare(one, other) != "contradicts"


@given(gaps)
def test_turning_twice_changes_nothing(one: Gap) -> None:
    assert one.turned().turned() == one
