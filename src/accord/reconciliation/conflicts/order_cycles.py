"""Clauses of order and dates that cannot all hold, though no two of them speak of the same pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accord.reconciliation.claims.claim_drafts import ConflictDraft, Said
from accord.reconciliation.claims.orders import OrderClause, TimeLimit, label
from accord.reconciliation.conflicts.explanations import Explainer
from accord.reconciliation.dossier.timeline import When
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources, in_order
from accord.reconciliation.value_kinds import ORDER
from accord.reconciliation.wording.english import day_words
from accord.reconciliation.wording.event_wordings import Wordings

if TYPE_CHECKING:
    from accord.temporal_network import Constraint

# Each conflict found costs one more solution of the network.
_MOST = 5


def circles(
    happenings: Sequence[Happening],
    whens: Sequence[When],
    told: Sequence[OrderClause | TimeLimit],
    sources: Sources,
    wordings: Wordings,
    explainer: Explainer,
) -> Iterator[ConflictDraft]:
    """Smallest sets of clauses and dates of several reports that contradict together.

    The clauses among `told` are those of pairs that no two clauses contest.
    """
    if not told or ORDER.disagreement is None:
        return
    from accord.temporal_network import solve

    constraints = _constraints(told, whens)
    for _ in range(_MOST):
        solution = solve(constraints)
        if solution.consistent:
            return
        blamed = [label_ for label_ in solution.blame if isinstance(label_, int)]
        sides = tuple(
            _clause_side(told[number], happenings, wordings)
            if number >= 0
            else _date_side(-1 - number, happenings, whens, sources, wordings)
            for number in blamed
        )
        constraints = [c for c in constraints if c.label not in blamed]
        if set.intersection(*(set(side.reports) for side in sides)):
            continue
        indexes = (_index(told[number]) if number >= 0 else -1 - number for number in blamed)
        yield ConflictDraft(
            kind=ORDER,
            nature="contradiction",
            sides=tuple(sorted(sides, key=lambda side: (side.reports, side.label))),
            explanation=explainer.explain(ORDER.disagreement, "what came when", sides),
            event=min(indexes),
        )


def _constraints(told: Sequence[OrderClause | TimeLimit], whens: Sequence[When]) -> list[Constraint]:
    """The clauses, labelled by their place, and the uncontested dates of what they order, by -1 - index."""
    from accord.temporal_network import days_of, on_days

    found: list[Constraint | None] = [
        _constraint(one, number) if isinstance(one, OrderClause) else on_days(one.index, one.days, number)
        for number, one in enumerate(told)
    ]
    ordered = {
        index
        for one in told
        for index in ((one.first, one.second) if isinstance(one, OrderClause) else (one.index,))
    }
    for index in sorted(ordered):
        if not whens[index].alternatives:
            found.append(on_days(index, days_of(whens[index].earliest, whens[index].latest), -1 - index))
    return [one for one in found if one is not None]


def _constraint(clause: OrderClause, label_: int) -> Constraint:
    """The clause, told from the earlier happening."""
    from accord.temporal_network import Constraint

    if clause.gap.sign < 0:
        told = clause.gap.turned()
        return Constraint(clause.second, clause.first, told.low, told.high, label_, strict=True)
    return Constraint(
        clause.first, clause.second, clause.gap.low, clause.gap.high, label_, strict=clause.gap.sign > 0
    )


def _index(told: OrderClause | TimeLimit) -> int:
    return told.first if isinstance(told, OrderClause) else told.index


def _clause_side(
    clause: OrderClause | TimeLimit, happenings: Sequence[Happening], wordings: Wordings
) -> Said[object]:
    if isinstance(clause, TimeLimit):
        words = f"{wordings.noun(happenings[clause.index])} {clause.words}"
        return Said(clause.days, words, (clause.evidence,))
    one, other = (wordings.noun(happenings[index]) for index in (clause.first, clause.second))
    told = label(clause.gap)
    words = f"{one} {told} as {other}" if clause.gap.sign == 0 else f"{one} {told} {other}"
    return Said(clause.gap, words, (clause.evidence,))


def _date_side(
    index: int, happenings: Sequence[Happening], whens: Sequence[When], sources: Sources, wordings: Wordings
) -> Said[object]:
    edtf = whens[index].edtf
    words = f"{wordings.noun(happenings[index])} in {day_words(edtf) or edtf or 'its time'}"
    quotations = [
        sources.around(told.report, told.event.time.start, told.event.time.end)
        for told in happenings[index].mentions
        if told.event.time is not None and not told.span.blank
    ]
    return Said(edtf, words, in_order(quotations))
