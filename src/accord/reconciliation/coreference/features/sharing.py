"""Whether two mentions have something of a kind each, and nothing of it in common."""

from __future__ import annotations

from accord.reconciliation.coreference.mention import Words


def nothing_shared(one: Words, other: Words) -> float:
    """1 where both have some and none is the same, else 0."""
    return float(bool(one) and bool(other) and not one & other)
