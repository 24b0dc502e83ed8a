"""Likelihoods as whole numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.likelihood import SURE, likelihood

SUMS = st.floats(-1e300, 1e300)


def test_what_speaks_for_neither_is_as_likely_as_not() -> None:
    assert likelihood(0.0) == SURE // 2


@given(SUMS, SUMS)
def test_more_that_speaks_for_it_makes_nothing_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= likelihood(low) <= likelihood(high) <= SURE
