"""The five reports the project began with, from text to dossier."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from accord.extraction.extractor import Extractor
from accord.records import Conflict, Dossier, DossierEvent, Report, Story
from accord.steps import reconcile


@pytest.fixture(scope="module")
def dossier(shared: Path) -> Dossier:
    reports = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        reports.append(Report(path.stem[:3], text, sha256(text.encode()).hexdigest()))
    extractor = Extractor.load()
    return reconcile(Story("story-1", tuple(extractor.extract(report) for report in reports)))


def of_kind(dossier: Dossier, kind: str) -> list[Conflict]:
    return [conflict for conflict in dossier.conflicts if conflict.kind == kind]


def sides(conflict: Conflict) -> list[tuple[str, list[str]]]:
    return [(side.value, sorted({e.report for e in side.evidence})) for side in conflict.sides]


def done(dossier: Dossier, *acts: str) -> DossierEvent:
    found = [e for e in dossier.events if e.act in acts and e.status == "happened" and len(e.reports) > 1]
    assert len(found) == 1, [e.text for e in found]
    return found[0]


def test_every_quotation_is_literal(dossier: Dossier) -> None:
    texts = {report.id: report.text for report in dossier.reports}
    quoted = [e for c in dossier.conflicts for side in c.sides for e in side.evidence]
    quoted += [e for c in dossier.claims for value in c.values for e in value.evidence]
    assert len(quoted) > 50
    assert all(e.text == texts[e.report][e.start : e.end] for e in quoted)


def test_recognition_is_one_happening_told_by_all(dossier: Dossier) -> None:
    event = done(dossier, "recognise-government", "recognise-state", "recognise")
    assert event.reports == ("000", "001", "002", "003", "004")
    assert (event.actors, event.recipients) == (("RUS",), ("taliban",))
    assert event.verdict == "corroborated"


def test_credentials_presented_and_accepted_are_one_happening_told_by_all(dossier: Dossier) -> None:
    event = done(dossier, "present-credentials", "accept-credentials")
    assert event.reports == ("000", "001", "002", "003", "004")


def test_delisting_is_one_happening_whose_year_is_contested(dossier: Dossier) -> None:
    event = done(dossier, "delist")
    assert event.reports == ("000", "001", "002", "003", "004")
    conflicts = of_kind(dossier, "time")
    assert [sides(c) for c in conflicts] == [[("2025-04", ["001"]), ("2024-04", ["002"])]]
    assert conflicts[0].event == event.id
    assert conflicts[0].nature == "contradiction"


def test_the_order_of_credentials_and_recognition_is_contested(dossier: Dossier) -> None:
    conflicts = of_kind(dossier, "order")
    assert len(conflicts) == 1
    assert {e.report for s in conflicts[0].sides for e in s.evidence} >= {"000", "001", "002", "003"}
    assert len(conflicts[0].sides) == 4


def test_the_first_of_what_differs_in_scope(dossier: Dossier) -> None:
    conflict = of_kind(dossier, "scope")[0]
    assert conflict.nature == "difference"
    assert {report for _, reports in sides(conflict) for report in reports} == {"001", "004"}
    assert "first major power" in {side.value for side in conflict.sides}


def test_nothing_else_is_called_a_contradiction(dossier: Dossier) -> None:
    told = [c.kind for c in dossier.conflicts if c.nature == "contradiction"]
    assert sorted(told) == ["order", "time"]


def test_what_others_have_not_done_is_no_recognition(dossier: Dossier) -> None:
    undone = [e for e in dossier.events if e.status == "not happened"]
    assert {report for event in undone for report in event.reports} >= {"001", "003", "004"}


def test_the_speech_that_two_reports_quote_is_one_statement(dossier: Dossier) -> None:
    shared = {(s.speaker, tuple(w.report for w in s.wordings)) for s in dossier.statements}
    assert shared >= {("amir-khan-muttaqi", ("001", "004")), ("RUS/foreign-ministry", ("001", "004"))}


def test_the_sentence_that_two_reports_share_is_an_echo_with_one_origin(dossier: Dossier) -> None:
    echoed = [claim for claim in dossier.claims if claim.verdict == "echoed"]
    assert [[(v.reports, v.origins) for v in claim.values] for claim in echoed] == [[(("002", "003"), 1)]]
