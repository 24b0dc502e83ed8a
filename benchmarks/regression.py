"""Logistic regression, as the weights of judges are learnt."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

Numbers = NDArray[numpy.float64]

_ROUNDS = 30


def regression(table: Numbers, same: Numbers, held: Numbers, hold: Numbers) -> tuple[float, Numbers]:
    """Newton's method on standardised features; returns the base and the weights of these as they are.

    A row of `table` has the features of a pair, `same` whether it is one (0 or 1), `held` how much it counts;
    `hold` is how strongly the base and then each weight are held near 0.
    """
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1.0
    rows = numpy.hstack([numpy.ones((len(table), 1)), (table - mean) / spread])
    found = numpy.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + numpy.exp(-rows @ found))
        slope = rows.T @ (held * (same - likely)) - hold * found
        bend = (rows.T * (held * likely * (1 - likely))) @ rows + numpy.diag(hold)
        found = found + numpy.linalg.solve(bend, slope)
    scaled = found[1:] / spread
    return float(found[0] - mean @ scaled), scaled
