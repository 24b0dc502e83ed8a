"""In which order two happenings came, as each report tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.reconciliation.claims.claim_drafts import ClaimDraft, Said, claim, gather
from accord.reconciliation.compare.order import Gap, gap
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import ORDER
from accord.reconciliation.wording.event_wordings import Wordings
from accord.records import Evidence, Order, Reading


class OrderClause(Struct, frozen=True):
    """A clause of order between the happenings at indexes `first` and `second`, first < second."""

    first: int
    second: int
    gap: Gap
    evidence: Evidence


class TimeLimit(Struct, frozen=True):
    """What a clause with a time says of the happening at `index` ("before 1995"): the days it leaves."""

    index: int
    days: tuple[int | None, int | None]
    words: str
    evidence: Evidence


def clauses(happenings: Sequence[Happening], sources: Sources) -> tuple[OrderClause, ...]:
    """The clauses of all reports that order two happenings, in order."""
    where = _places(happenings)
    found: list[OrderClause] = []
    for reading in sources.readings:
        for order in _sorted(reading):
            first, second = where.get((reading.id, order.earlier)), where.get((reading.id, order.later))
            if first is None or second is None or first == second:
                continue
            found.append(_clause(first, second, order, reading.id, sources))
    return tuple(found)


def _places(happenings: Sequence[Happening]) -> dict[tuple[str, str], int]:
    """The index of the happening that an event of a report belongs to."""
    return {
        (told.report, told.event.id): index
        for index, happening in enumerate(happenings)
        for told in happening.mentions
    }


def _sorted(reading: Reading) -> list[Order]:
    return sorted(reading.orders, key=lambda order: (order.start, order.end, order.earlier, order.later))


def limits(happenings: Sequence[Happening], sources: Sources) -> tuple[TimeLimit, ...]:
    """The clauses of all reports that order a happening and a time whose days are known, in order."""
    from accord.temporal_network import days_told

    where = _places(happenings)
    found: list[TimeLimit] = []
    for reading in sources.readings:
        for order in _sorted(reading):
            after = order.earlier.startswith("time:")
            time, event = (order.earlier, order.later) if after else (order.later, order.earlier)
            index = where.get((reading.id, event))
            if index is None or not time.startswith("time:"):
                continue
            days = days_told(order, reading.times[int(time.removeprefix("time:"))])
            if days == (None, None):
                continue
            told = gap(order.low, order.high)
            near = "since" if after else "by"
            word = near if told == gap(0, None) else label(told.turned() if after else told)
            text = " ".join(reading.times[int(time.removeprefix("time:"))].text.split())
            found.append(
                TimeLimit(index, days, f"{word} {text}", sources.around(reading.id, order.start, order.end))
            )
    return tuple(found)


def _clause(first: int, second: int, order: Order, report: str, sources: Sources) -> OrderClause:
    quotation = sources.around(report, order.start, order.end)
    told = gap(order.low, order.high)
    if first < second:
        return OrderClause(first, second, told, quotation)
    return OrderClause(second, first, told.turned(), quotation)


def renumbered(found: Sequence[OrderClause], places: Mapping[int, int]) -> tuple[OrderClause, ...]:
    """The clauses between happenings that stand in other places now."""
    return tuple(
        OrderClause(first, second, clause.gap, clause.evidence)
        if first < second
        else OrderClause(second, first, clause.gap.turned(), clause.evidence)
        for clause in found
        for first, second in [(places[clause.first], places[clause.second])]
    )


def disputed_pairs(found: Sequence[OrderClause]) -> frozenset[tuple[int, int]]:
    """The pairs of happenings that clauses put in orders which cannot both hold."""
    return frozenset(pair for pair, told in _by_pair(found).items() if claim(ORDER, "", told, None).clashes)


def order_claims(
    happenings: Sequence[Happening], found: Sequence[OrderClause], wordings: Wordings
) -> tuple[ClaimDraft, ...]:
    """A claim for each pair of happenings that clauses order.

    Its values say how the first stands to the second.
    """
    drafts: list[ClaimDraft] = []
    for (first, second), values in _by_pair(found).items():
        one, other = wordings.noun(happenings[first]), wordings.noun(happenings[second])
        subject = f"whether {one} came before or after {other}"
        drafts.append(claim(ORDER, subject, values, first))
    return tuple(drafts)


def _by_pair(found: Sequence[OrderClause]) -> dict[tuple[int, int], tuple[Said[Gap], ...]]:
    """What clauses say of each pair of happenings, in order of the pairs."""
    pairs: dict[tuple[int, int], list[OrderClause]] = defaultdict(list)
    for clause in found:
        pairs[clause.first, clause.second].append(clause)
    return {
        pair: gather((clause.gap, label(clause.gap), (clause.evidence,)) for clause in told)
        for pair, told in sorted(pairs.items())
    }


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
