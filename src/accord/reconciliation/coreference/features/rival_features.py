"""Features of a pair among the other candidates in the same reports."""

from __future__ import annotations

import math

from accord.reconciliation.coreference.rivals import PairRivalry


def best_of_report(pair: PairRivalry) -> float:
    """How much nearer it is than the next in the report of either, 0 within a report: about -3.5 to 3.5."""
    return pair.lead if pair.apart else 0.0


def best_for_each(pair: PairRivalry) -> float:
    """1 where it is of two reports and none in the report of either is nearer, else 0."""
    return float(pair.apart and pair.lead >= 0)


def rivals(pair: PairRivalry) -> float:
    """Natural logarithm of how many candidates one has in the report of the other, the more: 0 and more."""
    return math.log(pair.most)
