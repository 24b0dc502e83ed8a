"""The JSON document holds everything, under the names of the contract."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from accord.present.json import render_json
from accord.records import Dossier
from dossiers import made_dossier, made_problems


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render_json([made_dossier()], made_problems()))
    return loaded


def test_names_of_the_contract(document: dict[str, Any]) -> None:
    (story,) = document["stories"]
    assert set(story) >= {
        "id", "title", "reports", "actors", "origins", "events", "claims", "conflicts",
        "statements", "timeline", "relations", "outlooks", "labels",
    }  # fmt: skip
    assert set(story["reports"][0]) >= {"id", "source", "title", "published", "text"}
    assert set(story["conflicts"][0]) >= {"id", "kind", "claim", "sides", "explanation"}
    assert set(story["conflicts"][0]["sides"][0]) == {"value", "evidence"}
    assert set(story["relations"][0]) >= {"from", "to"}
    assert [set(problem) for problem in document["problems"]] == [{"input", "reason", "advice"}] * 2


def test_all_evidence_quotes_its_report(document: dict[str, Any]) -> None:
    (story,) = document["stories"]
    texts = {report["id"]: report["text"] for report in story["reports"]}
    checked = 0

    def walk(value: object) -> None:
        nonlocal checked
        if isinstance(value, dict):
            if set(value) == {"report", "start", "end", "text"}:
                assert texts[value["report"]][value["start"] : value["end"]] == value["text"]
                checked += 1
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(story)
    assert checked > 60


def test_dossiers_come_back_equal(document: dict[str, Any]) -> None:
    assert msgspec.convert(document["stories"][0], Dossier) == made_dossier()


def test_same_dossiers_same_bytes() -> None:
    assert render_json([made_dossier()], ()) == render_json([made_dossier()], ())
