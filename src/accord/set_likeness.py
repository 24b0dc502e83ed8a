"""How alike two sets are."""

from __future__ import annotations

from collections.abc import Set


def jaccard(one: Set[object], other: Set[object]) -> float:
    """Jaccard's index: the share of what is in either that is in both, from 0 to 1; 0 of two empty sets."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0
