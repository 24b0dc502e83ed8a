"""The dossier of the sample reports, held to the list of what differs among them on purpose."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import accord
from accord.records import Conflict, Dossier, Evidence

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LIST: dict[str, Any] = json.loads((EXAMPLES / "differences.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    intake = accord.read(EXAMPLES / "reports")
    assert intake.problems == ()
    (story,) = accord.group(tuple(accord.extract(intake.reports)))
    return accord.reconcile(story)


def named(conflicts: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(conflict, id=conflict["name"]) for conflict in conflicts]


def holds(evidence: Evidence, place: dict[str, str], dossier: Dossier) -> bool:
    text = next(report.text for report in dossier.reports if report.id == evidence.report)
    at = text.find(place["words"]) if evidence.report == place["report"] else -1
    return at >= 0 and evidence.start < at + len(place["words"]) and at < evidence.end


def test_the_list_quotes_the_reports(dossier: Dossier) -> None:
    texts = {report.id: report.text for report in dossier.reports}
    places = list(chain.from_iterable(chain.from_iterable(c["sides"] for c in LIST["conflicts"])))
    assert len(places) > 10
    for place in places:
        assert place["words"] in texts[place["report"]]


@pytest.mark.parametrize("expected", named(LIST["conflicts"]))
def test_each_difference_is_found(dossier: Dossier, expected: dict[str, Any]) -> None:
    def sides_found(conflict: Conflict) -> bool:
        return all(
            any(
                all(any(holds(e, place, dossier) for e in side.evidence) for place in wanted)
                for side in conflict.sides
            )
            for wanted in expected["sides"]
        )

    fits = [c for c in dossier.conflicts if c.kind == expected["kind"] and sides_found(c)]
    assert fits, [(c.kind, c.explanation) for c in dossier.conflicts]
    assert len({side.value for side in fits[0].sides}) == len(fits[0].sides)


def test_nothing_else_is_called_a_contradiction(dossier: Dossier) -> None:
    places = [place for c in LIST["conflicts"] for side in c["sides"] for place in side]
    for conflict in dossier.conflicts:
        if conflict.nature == "contradiction":
            evidence = [e for side in conflict.sides for e in side.evidence]
            assert any(holds(e, p, dossier) for e in evidence for p in places), conflict.explanation


def test_the_shared_passage_is_one_origin(dossier: Dossier) -> None:
    (origin,) = [o for o in dossier.origins if o.kind == "passage"]
    assert list(origin.reports) == LIST["echo"]["reports"]
    for evidence in origin.evidence:
        assert holds(evidence, {"report": evidence.report, "words": LIST["echo"]["words"]}, dossier)


@pytest.mark.parametrize("expected", named(LIST["agreed"]))
def test_what_reports_agree_on_is_one_event(dossier: Dossier, expected: dict[str, Any]) -> None:
    events = [e for e in dossier.events if e.act == expected["act"] and e.status == "happened"]
    assert any(set(e.reports) >= set(expected["reports"]) for e in events), [e.reports for e in events]


@pytest.mark.parametrize("expected", named(LIST["not_done"]))
def test_what_was_not_done_is_not_told_as_done(dossier: Dossier, expected: dict[str, Any]) -> None:
    for event in dossier.events:
        for mention in event.mentions:
            if holds(mention.trigger, expected, dossier):
                assert event.status == "not happened", event.text


def test_each_report_names_the_actors_in_its_own_way(dossier: Dossier) -> None:
    labels = {(label.report, label.label) for label in dossier.labels if label.actor in {"CUB", "USA"}}
    assert len({label for _, label in labels}) > 2
