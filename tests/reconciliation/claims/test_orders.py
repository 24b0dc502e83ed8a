"""Clauses of order of one pair of happenings: all that cannot hold together is one conflict."""

from __future__ import annotations

from accord.steps import reconcile
from readings import story
from stories import calm, credentials, only


def test_clauses_of_order_that_cannot_all_hold_are_one_conflict() -> None:
    dossier = reconcile(
        story(
            credentials("a", "On the same day", 0, 0, False),
            credentials("b", "Before that", 0, None, True),
            credentials("c", "Later", 0, None, False),
            credentials("d", "Two days before", 2, 2, True),
        )
    )
    conflict = only(dossier, "order")
    assert {e.report for s in conflict.sides for e in s.evidence} == {"a", "b", "c", "d"}
    assert len(conflict.sides) == 4
    assert len(dossier.events) == 2


def test_clauses_of_order_that_can_all_hold_are_no_conflict() -> None:
    calm(
        credentials("a", "On the same day", 0, 0, False),
        credentials("b", "Before that", 0, None, True),
    )
