"""The happenings of a story in the order of its timeline, and what reports say of that order."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.reconciliation.claims.aspects import Aspects
from accord.reconciliation.claims.orders import OrderClause, clauses, disputed_pairs, renumbered
from accord.reconciliation.dossier.timeline import When, rank, when
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources


class EventOrder(Struct, frozen=True):
    """The happenings in the order of the timeline, and when each was.

    `clauses` are all that order two of them, `settled` those of pairs that no two clauses dispute, `disputed`
    the indexes of the happenings of the other pairs.
    """

    happenings: tuple[Happening, ...]
    whens: tuple[When, ...]
    clauses: tuple[OrderClause, ...]
    settled: tuple[OrderClause, ...]
    disputed: frozenset[int]


def in_order_of_time(told: Sequence[Happening], sources: Sources, aspects: Aspects) -> EventOrder:
    """Put happenings in the order of the timeline, as far as their dates and settled clauses tell it."""
    whens = [when(happening, aspects.time(happening, index)) for index, happening in enumerate(told)]
    found = clauses(told, sources)
    disputed = disputed_pairs(found)
    settled = [clause for clause in found if (clause.first, clause.second) not in disputed]
    order = rank(told, whens, settled)
    places = {index: place for place, index in enumerate(order)}
    return EventOrder(
        happenings=tuple(told[index] for index in order),
        whens=tuple(whens[index] for index in order),
        clauses=renumbered(found, places),
        settled=renumbered(settled, places),
        disputed=frozenset(places[index] for pair in disputed for index in pair),
    )
