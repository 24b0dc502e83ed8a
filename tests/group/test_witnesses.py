"""Counting independent witnesses."""

from __future__ import annotations

from itertools import permutations

from accord.group import count_origins
from accord.records import Evidence, Origin


def at(report: str, start: int, end: int) -> Evidence:
    return Evidence(report, start, end, "x" * (end - start))


def origin(kind: str, *spans: Evidence) -> Origin:
    return Origin("origin-1", kind, tuple(s.report for s in spans), spans)  # type: ignore[arg-type]


def test_reports_that_share_nothing_are_witnesses_each() -> None:
    assert count_origins([at("a", 0, 9), at("b", 0, 9), at("b", 20, 29)], []) == 2


def test_nothing_has_no_witness() -> None:
    assert count_origins([], [origin("passage", at("a", 0, 9), at("b", 0, 9))]) == 0


def test_reports_that_share_the_passage_are_one_witness_for_it() -> None:
    shared = origin("passage", at("a", 10, 50), at("b", 100, 140))
    assert count_origins([at("a", 40, 60), at("b", 90, 101)], [shared]) == 1


def test_a_passage_makes_no_witness_of_what_stands_elsewhere() -> None:
    shared = origin("passage", at("a", 10, 50), at("b", 100, 140))
    assert count_origins([at("a", 50, 60), at("b", 100, 140)], [shared]) == 2
    assert count_origins([at("a", 10, 20), at("b", 141, 150)], [shared]) == 2


def test_a_shared_quotation_makes_nobody_one_witness() -> None:
    shared = origin("quotation", at("a", 10, 50), at("b", 100, 140))
    assert count_origins([at("a", 10, 50), at("b", 100, 140)], [shared]) == 2


def test_copies_of_copies_are_one_witness_in_any_order() -> None:
    first = origin("passage", at("a", 0, 10), at("b", 0, 10))
    second = origin("passage", at("b", 5, 20), at("c", 0, 10))
    evidence = [at("a", 0, 10), at("b", 0, 20), at("c", 0, 10), at("d", 0, 10)]
    for order in permutations(evidence):
        assert count_origins(order, [first, second]) == count_origins(order, [second, first]) == 2
