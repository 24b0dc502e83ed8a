"""Counted and measured amounts of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.extract.parsed import Parsed
from accord.records import Quantity, Time


@dataclass(frozen=True)
class QuantityFinder:
    """Finds counts and measures and the range each can mean."""

    @classmethod
    def load(cls) -> QuantityFinder:
        """Read the vocabulary."""
        return cls()

    def find(self, parsed: Parsed, times: Sequence[Time]) -> tuple[Quantity, ...]:
        """The quantities in the sentences that are read, sorted by start; none overlaps a time."""
        return ()
