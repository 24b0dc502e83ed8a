"""The one rule of verdicts."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import get_args

import pytest
from msgspec import Struct

from accord.records import Evidence, Origin, Verdict
from accord.steps import reconcile
from accord.verdict import agreed, count_origins, joined, strongest, verdict
from readings import story
from stories import COPIED as COPIED_SENTENCE
from stories import told_of_recognition


class Said(Struct, frozen=True):
    """What reports say."""

    reports: tuple[str, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(Evidence(report, 0, 9, "It rained") for report in self.reports)


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


COPIED = Origin("origin-1", "passage", ("a", "b"), Said(("a", "b")).evidence)


def test_witnesses_are_counted_and_copies_are_none() -> None:
    assert agreed(Said(("a",)).evidence, ()) == "single source"
    assert agreed(Said(("a", "b")).evidence, ()) == "corroborated"
    assert agreed(Said(("a", "b")).evidence, (COPIED,)) == "echoed"
    assert agreed(Said(("a", "b", "c")).evidence, (COPIED,)) == "corroborated"


def test_a_clash_is_contested_between_reports_and_inconsistent_within_one() -> None:
    assert verdict([Said(("a",)), Said(("b",))], [(0, 1)], (), ()) == "contested"
    assert verdict([Said(("a",)), Said(("a",))], [(0, 1)], (), ()) == "inconsistent"
    assert verdict([Said(("a",)), Said(("a",)), Said(("b",))], [(0, 1), (1, 2)], (), ()) == "contested"


def test_where_values_differ_the_one_with_most_witnesses_counts() -> None:
    assert verdict([Said(("a", "b")), Said(("c",))], (), [(0, 1)], ()) == "corroborated"
    assert verdict([Said(("a", "b")), Said(("c",))], (), [(0, 1)], (COPIED,)) == "echoed"
    assert verdict([Said(("a", "b")), Said(("b",))], (), [(0, 1)], ()) == "single source"


def test_every_verdict_has_a_place_in_the_order() -> None:
    for one, other in combinations(get_args(Verdict), 2):
        assert strongest([one, other]) == strongest([other, one]) in {one, other}


@pytest.mark.parametrize("order", list(permutations(["corroborated", "inconsistent", "contested"])))
def test_a_dispute_over_one_is_a_dispute_over_all(order: tuple[Verdict, ...]) -> None:
    assert joined(order, Said(("a", "b")).evidence, ()) == "contested"
    assert joined(("corroborated", "inconsistent"), Said(("a",)).evidence, ()) == "inconsistent"


def test_without_a_dispute_the_witnesses_are_counted_together() -> None:
    singles: tuple[Verdict, ...] = ("single source", "single source")
    assert joined(singles, Said(("a", "b")).evidence, ()) == "corroborated"
    assert joined(singles, Said(("a", "b")).evidence, (COPIED,)) == "echoed"


def test_a_copied_sentence_is_echoed_and_an_own_one_corroborates() -> None:
    copied = [told_of_recognition("a", COPIED_SENTENCE), told_of_recognition("b", COPIED_SENTENCE)]
    assert reconcile(story(*copied)).events[0].verdict == "echoed"
    own = told_of_recognition("c", "On the quay, Norway recognised Chile at last.")
    dossier = reconcile(story(*copied, own))
    assert dossier.events[0].verdict == "corroborated"
    happened = next(c for c in dossier.claims if c.kind == "happened")
    assert [(value.reports, value.origins) for value in happened.values] == [(("a", "b", "c"), 2)]
