"""Quantities: ranges of one unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.compare.quantity import Range, compare, within


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Range(40, 40, "guest"), Range(40, 40, "guest"), "agrees"),
        (Range(40, None, "guest"), Range(52, 52, "guest"), "refines"),
        (Range(45, 55, "guest"), Range(50, 70, "guest"), "agrees"),
        (Range(45, 55, "guest"), Range(70, None, "guest"), "contradicts"),
        (Range(13, 13, "guest"), Range(23, 23, "guest"), "contradicts"),
        (Range(13, 13, "guest"), Range(23, 23, "boat"), "cannot tell"),
        (Range(None, None, "guest"), Range(23, 23, "guest"), "cannot tell"),
        (Range(1000, 1000, "USD"), Range(1002, 1002, "USD"), "agrees"),
    ],
)
def test_ranges_compare(one: Range, other: Range, answer: str) -> None:
    assert compare(one, other) == answer


ends = st.one_of(st.none(), st.integers(-5, 50).map(float))
ranges = st.builds(Range, ends, ends, st.sampled_from(["guest", "boat"])).filter(
    lambda r: r.low is None or r.high is None or r.low <= r.high
)


@given(ranges, ranges)
def test_comparison_is_symmetric(one: Range, other: Range) -> None:
    assert compare(one, other) == compare(other, one)


@given(ranges, ranges, ranges)
def test_lying_inside_is_transitive(one: Range, middle: Range, outer: Range) -> None:
    if within(one, middle) and within(middle, outer):
        assert within(one, outer)


@given(ranges, ranges)
def test_what_lies_inside_does_not_contradict(one: Range, other: Range) -> None:
    if within(one, other):
        assert compare(one, other) != "contradicts"


@given(ranges)
def test_the_unknown_contradicts_nothing(one: Range) -> None:
    assert compare(one, Range(None, None, one.unit)) == "cannot tell"
