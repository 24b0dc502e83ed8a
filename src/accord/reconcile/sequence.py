"""Clauses of order and dates that cannot all hold, though no two of them speak of the same pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from accord.reconcile.drafts import ConflictDraft, Said
from accord.reconcile.english import day_words
from accord.reconcile.events import Happening
from accord.reconcile.explain import Explainer
from accord.reconcile.orders import Clause, label
from accord.reconcile.sources import Sources, in_order
from accord.reconcile.timeline import When
from accord.reconcile.wordings import Wordings

_CALENDAR = "calendar"
_EPOCH = date(2000, 1, 1)
# Each conflict found costs one more solution of the network.
_MOST = 5


def circles(
    happenings: Sequence[Happening],
    whens: Sequence[When],
    clauses: Sequence[Clause],
    sources: Sources,
    wordings: Wordings,
    explainer: Explainer,
) -> Iterator[ConflictDraft]:
    """Smallest sets of clauses and dates of several reports that contradict together.

    `clauses` are those of pairs that no two clauses contest.
    """
    if not clauses:
        return
    from accord.extract.times.network import Constraint, solve

    ordered = {index for clause in clauses for index in (clause.first, clause.second)}
    constraints = [
        Constraint(str(clause.first), str(clause.second), clause.gap.low, clause.gap.high, number)
        for number, clause in enumerate(clauses)
    ]
    constraints += [
        Constraint(_CALENDAR, str(index), *bounds, -1 - index)
        for index in sorted(ordered)
        if (bounds := _bounds(whens[index])) != (None, None)
    ]
    for _ in range(_MOST):
        solution = solve(constraints)
        if solution.consistent:
            return
        blamed = [label_ for label_ in solution.blame if isinstance(label_, int)]
        sides = tuple(
            _clause_side(clauses[number], happenings, wordings)
            if number >= 0
            else _date_side(-1 - number, happenings, whens, sources, wordings)
            for number in blamed
        )
        constraints = [c for c in constraints if c.label not in blamed]
        if set.intersection(*(set(side.reports) for side in sides)):
            continue
        yield ConflictDraft(
            kind="order",
            nature="contradiction",
            sides=tuple(sorted(sides, key=lambda side: (side.reports, side.label))),
            explanation=explainer.explain("order", "what came when", sides),
            event=min(clauses[n].first if n >= 0 else -1 - n for n in blamed),
        )


def _bounds(when: When) -> tuple[int | None, int | None]:
    """The days since 2000 that an uncontested date can mean."""
    if when.alternatives:
        return None, None
    low, high = (
        (date.fromisoformat(text) - _EPOCH).days if text else None for text in (when.earliest, when.latest)
    )
    return low, high


def _clause_side(clause: Clause, happenings: Sequence[Happening], wordings: Wordings) -> Said[object]:
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
