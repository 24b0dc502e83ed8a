"""An event mention as reconciliation sees it: with its report, the parties of the story, and its standing."""

from __future__ import annotations

from msgspec import Struct

from accord.reconciliation.compare import time as times
from accord.reconciliation.compare.actor import Party
from accord.reconciliation.compare.polarity import Standing
from accord.records import Event, Place


class Told(Struct, frozen=True):
    """An event mention with its report, seen from the side of its kind that is not mirrored.

    `venue` is where it happened, for acts done by decree only where they were announced or signed.
    `attested`: it tells the event by itself, and does not only take it up; `whole`: its clause
    names both sides, and both are of standing.
    """

    report: str
    event: Event
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    standing: Standing
    span: times.Span
    witness: bool
    terms: frozenset[str]
    venue: Place | None = None
    attested: bool = True
    whole: bool = True

    @property
    def place(self) -> tuple[str, int]:
        """Where the mention stands: its report and the index of its first character."""
        return self.report, self.event.start

    @property
    def both(self) -> tuple[Party, ...]:
        """The parties of either side, sorted by identifier."""
        found = {party.id: party for party in (*self.recipients, *self.actors)}
        return tuple(found[id_] for id_ in sorted(found))

    def side(self, name: str) -> tuple[Party, ...]:
        """The parties of the side called "actors", "recipients" or "both"."""
        if name == "both":
            return self.both
        return self.actors if name == "actors" else self.recipients
