"""How likely something is by a logistic regression, as a whole number: the same on every machine."""

from __future__ import annotations

import math

_FAR = 50.0

SURE = 1024
"""What a judge says is a whole number, from 0 to this: never by so much, always."""


def likelihood(told: float) -> int:
    """How likely something is, from 0 to 1024, by the weighted sum `told` of what speaks for it.

    >>> likelihood(0.0), likelihood(-1000.0), likelihood(1000.0)
    (512, 0, 1024)
    """
    return round(SURE / (1 + math.exp(-max(-_FAR, min(told, _FAR)))))
