"""In which order two happenings came, as each report tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from accord.reconcile.compare.order import Gap, compare, gap
from accord.reconcile.drafts import ClaimDraft, claim, gather
from accord.reconcile.events import Happening
from accord.reconcile.sources import Sources
from accord.reconcile.wordings import Wordings
from accord.records import Evidence, Order


class Clause(Struct, frozen=True):
    """A clause of order between the happenings at indexes `first` and `second`, first < second."""

    first: int
    second: int
    gap: Gap
    evidence: Evidence


def clauses(happenings: Sequence[Happening], sources: Sources) -> tuple[Clause, ...]:
    """The clauses of all reports that order two happenings, in order."""
    where = {
        (told.report, told.event.id): index
        for index, happening in enumerate(happenings)
        for told in happening.mentions
    }
    found: list[Clause] = []
    for reading in sources.readings:
        for order in sorted(reading.orders, key=lambda o: (o.start, o.end, o.earlier, o.later)):
            first, second = where.get((reading.id, order.earlier)), where.get((reading.id, order.later))
            if first is None or second is None or first == second:
                continue
            found.append(_clause(first, second, order, reading.id, sources))
    return tuple(found)


def _clause(first: int, second: int, order: Order, report: str, sources: Sources) -> Clause:
    quotation = sources.around(report, order.start, order.end)
    told = gap(order.low, order.high)
    if first < second:
        return Clause(first, second, told, quotation)
    return Clause(second, first, told.turned(), quotation)


def order_claims(
    happenings: Sequence[Happening], found: Sequence[Clause], wordings: Wordings
) -> tuple[tuple[int, int, ClaimDraft], ...]:
    """For each pair of happenings that clauses order, its indexes and claim.

    The claim's values say how the first stands to the second.
    """
    pairs: dict[tuple[int, int], list[Clause]] = defaultdict(list)
    for clause in found:
        pairs[clause.first, clause.second].append(clause)
    drafts: list[tuple[int, int, ClaimDraft]] = []
    for (first, second), told in sorted(pairs.items()):
        values = gather((clause.gap, label(clause.gap), (clause.evidence,)) for clause in told)
        one, other = wordings.noun(happenings[first]), wordings.noun(happenings[second])
        text = f"Order: whether {one} came before or after {other}"
        drafts.append((first, second, claim("order", text, values, compare, first)))
    return tuple(drafts)


def label(told: Gap) -> str:
    """How the first happening stands to the second ("2 days before", "after", "on the same day")."""
    if told.low == 0 and told.high == 0:
        return "on the same day"
    if told.sign == 0:
        return "around the same time"
    near, far = (told.low, told.high) if told.sign > 0 else (told.turned().low, told.turned().high)
    word = "before" if told.sign > 0 else "after"
    if near == far and near is not None:
        return f"{_days(near)} {word}"
    if near and far is not None:
        return f"{near} to {_days(far)} {word}"
    if near and near > 1:
        return f"at least {_days(near)} {word}"
    return f"at most {_days(far)} {word}" if far is not None else word


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
