"""Features of a pair among the other candidates in the same reports."""

from __future__ import annotations

import math

import pytest

from accord.reconciliation.coreference.features import rival_features as of
from accord.reconciliation.coreference.rivals import PairRivalry


@pytest.mark.parametrize(
    ("lead", "apart", "best", "for_each"),
    [(0.7, True, 0.7, 1.0), (0.0, True, 0.0, 1.0), (-0.2, True, -0.2, 0.0), (0.7, False, 0.0, 0.0)],
)
def test_only_of_two_reports_one_may_be_the_best_of_the_other(
    lead: float, apart: bool, best: float, for_each: float
) -> None:
    pair = PairRivalry(lead, 1, apart)
    assert (of.best_of_report(pair), of.best_for_each(pair)) == (best, for_each)


def test_rivals_are_counted_in_logarithms() -> None:
    assert of.rivals(PairRivalry(0.0, 1, True)) == 0
    assert of.rivals(PairRivalry(0.0, 5, True)) == math.log(5)
