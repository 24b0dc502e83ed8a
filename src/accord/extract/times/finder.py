"""Time expressions of a report, in order."""

from __future__ import annotations

from dataclasses import dataclass

from accord.extract.parsed import Parsed
from accord.records import Time


@dataclass(frozen=True)
class TimeFinder:
    """Finds and resolves the time expressions of a report."""

    @classmethod
    def load(cls) -> TimeFinder:
        """Read the vocabulary."""
        return cls()

    def find(self, parsed: Parsed) -> tuple[Time, ...]:
        """The time expressions in the sentences that are read, sorted by start."""
        return ()
