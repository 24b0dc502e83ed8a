"""Clauses of order between the events of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.extract.parsed import Parsed
from accord.records import Event, Order, Time


@dataclass(frozen=True)
class OrderFinder:
    """Finds which event a report puts before which, and by how many days."""

    @classmethod
    def load(cls) -> OrderFinder:
        """Read the vocabulary."""
        return cls()

    def find(self, parsed: Parsed, events: Sequence[Event], times: Sequence[Time]) -> tuple[Order, ...]:
        """The clauses of order between `events`, sorted by start."""
        return ()
