"""Happenings in the order of the timeline: clauses turn with them, disputes go with their happenings."""

from __future__ import annotations

from accord.reconciliation.claims.orders import OrderClause, disputed_pairs, renumbered
from accord.reconciliation.compare.order import gap
from accord.records import Evidence
from accord.steps import reconcile
from readings import ReadingBuilder, story

TEXT = "Norway recalled its envoy after Norway recognised Chile."


def told(id: str, text: str = TEXT, *, turned: bool = False) -> ReadingBuilder:
    builder = ReadingBuilder(id, text)
    norway, again = builder.actor("Norway", "NOR"), builder.actor("Norway", "NOR", nth=1)
    chile = builder.actor("Chile", "CHL")
    later = builder.event("recalled", "recall-ambassador", actors=[norway])
    earlier = builder.event("recognised", "recognise", actors=[again], recipients=[chile])
    first, second = (later, earlier) if turned else (earlier, later)
    builder.order("before" if turned else "after", first, second)
    return builder


def test_the_timeline_follows_clauses_and_not_the_text() -> None:
    dossier = reconcile(story(told("a")))
    assert [event.act for event in dossier.events] == ["recognise", "recall-ambassador"]
    (claim,) = [claim for claim in dossier.claims if claim.kind == "order"]
    assert [value.value for value in claim.values] == ["before"]


def test_a_disputed_order_leaves_the_order_of_telling() -> None:
    other = told("b", "Norway recalled its envoy before Norway recognised Chile.", turned=True)
    dossier = reconcile(story(told("a"), other))
    assert [event.act for event in dossier.events] == ["recall-ambassador", "recognise"]
    (claim,) = [claim for claim in dossier.claims if claim.kind == "order"]
    assert claim.verdict == "contested"


def test_clauses_are_turned_where_their_happenings_change_places() -> None:
    quotation = Evidence("a", 0, 5, "after")
    clause = OrderClause(0, 1, gap(2, 2), quotation)
    assert renumbered([clause], {0: 4, 1: 3}) == (OrderClause(3, 4, gap(2, 2).turned(), quotation),)
    assert renumbered(renumbered([clause], {0: 4, 1: 3}), {4: 0, 3: 1}) == (clause,)


def test_a_pair_is_disputed_where_its_clauses_contradict() -> None:
    quotation = Evidence("a", 0, 5, "after")
    clauses = [
        OrderClause(0, 1, gap(0, None), quotation),
        OrderClause(0, 1, gap(0, None).turned(), quotation),
    ]
    assert disputed_pairs(clauses) == {(0, 1)}
    assert disputed_pairs([*clauses[:1], OrderClause(1, 2, gap(0, None).turned(), quotation)]) == frozenset()
