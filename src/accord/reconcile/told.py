"""An event mention as reconciliation sees it: with its report, the parties of the story, and its standing."""

from __future__ import annotations

from msgspec import Struct

from accord.reconcile.compare import time as times
from accord.reconcile.compare.actor import Party
from accord.reconcile.compare.polarity import Standing
from accord.records import Event


class Told(Struct, frozen=True):
    """An event mention with its report, seen from the side of its kind that is not mirrored."""

    report: str
    event: Event
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    standing: Standing
    span: times.Span
    witness: bool
    terms: frozenset[str]

    @property
    def place(self) -> tuple[str, int]:
        """Where the mention stands: its report and the index of its first character."""
        return self.report, self.event.start
