"""Agencies that reports credit, and counting independent witnesses."""

from __future__ import annotations

from itertools import permutations

import pytest

from accord.errors import VocabularyError
from accord.grouping.witnesses import WireFinder
from accord.records import (
    Evidence,
    Origin,
)
from accord.verdict import count_origins
from readings import ReadingBuilder
from vocabularies import Replaced


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


def credited(text: str, source: str | None = None) -> set[str]:
    return set(WireFinder.load().find(ReadingBuilder("a", text, source=source).build()))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PORT ELIN, May 4 (Reuters) - Cranes fell.", "Reuters"),
        ("PORT ELIN (AP) — Cranes fell.", "Associated Press"),
        ("PORT ELIN [AFP]: Cranes fell.", "Agence France-Presse"),
        ("Cranes fell in the port. (With AFP)", "Agence France-Presse"),
        ("Cranes fell in the port.\n— Anadolu Agency", "Anadolu"),
    ],
)
def test_credits_at_the_head_and_the_end(text: str, agency: str) -> None:
    assert credited(text) == {agency}


def test_the_source_of_a_report_may_be_an_agency() -> None:
    assert credited("Cranes fell.", source="Reuters") == {"Reuters"}


@pytest.mark.parametrize(
    "text",
    [
        "Cranes fell, as Reuters saw in the port (of Elin).",
        "Cranes fell. " * 30 + "They told (Reuters) so. " + "Ships waited. " * 30,
        "",
    ],
)
def test_what_credits_nobody(text: str) -> None:
    assert credited(text) == set()


def test_one_form_for_two_agencies_is_refused() -> None:
    file = {"Reuters": ["wire"], "EFE": ["wire"]}
    with pytest.raises(VocabularyError, match="credits two agencies"):
        WireFinder.load(Replaced(file="en/text/wires.json", data=file))


def test_forms_are_written_as_they_are_compared() -> None:
    assert all(form == " ".join(form.casefold().split()) for form in WireFinder.load().agencies)
