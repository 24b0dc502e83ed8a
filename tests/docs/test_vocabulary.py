"""The page on vocabulary names every file, type and act, and its examples are coded as it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest

from accord.extraction.extractor import Extractor
from accord.reconciliation.value_kinds import Kinds
from accord.records import Event, Factuality, RegionKind, Report, Verdict
from accord.vocabulary.acts import Acts
from accord.vocabulary.event_types import EventTypes

PAGE = Path(__file__).resolve().parents[2] / "docs" / "vocabulary.md"
PACKAGE = PAGE.parents[1] / "src" / "accord"
Rows = list[list[str]]


def rows(heading: str) -> Rows:
    """The cells of the tables under a heading of the second level, without their heads; no back quotes."""
    text = PAGE.read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None, f"no section {heading!r}"
    lines = section[1].splitlines()
    found: Rows = []
    for index, line in enumerate(lines):
        is_head = index + 1 < len(lines) and lines[index + 1].startswith("| ---")
        if line.startswith("|") and not line.startswith("| ---") and not is_head:
            found.append([cell.strip().replace("`", "") for cell in line.strip("|").split("|")])
    return found


@pytest.fixture(scope="module")
def events() -> Callable[[str], tuple[Event, ...]]:
    extractor = Extractor.load()

    def events_of(text: str) -> tuple[Event, ...]:
        return extractor.extract(Report("r", text, sha256(text.encode()).hexdigest())).events

    return events_of


def test_every_file_is_documented_and_every_documented_file_is_there() -> None:
    there = {file.name for file in (PACKAGE / "vocabulary").rglob("*.json")}
    assert {row[0] for row in rows("The files")} == there


def test_the_modules_named_read_the_files() -> None:
    for name, _, _, readers, _ in rows("The files"):
        paths = [PACKAGE / reader.strip() for reader in readers.split(",")]
        assert all(path.is_file() for path in paths), name
        beside = {module for path in paths for module in path.parent.glob("*.py")}
        assert any(
            re.search(rf"""["'][\w/]+/{name}["']""", module.read_text("utf-8")) for module in beside
        ), name


def test_every_type_has_a_row() -> None:
    assert sorted(row[0] for row in rows("Event types")) == sorted(EventTypes.load().by_name)


def test_every_act_has_a_row_with_its_coding() -> None:
    acts = Acts.load().by_id.values()
    told = {row[0]: row[1:4] for row in rows("Diplomatic acts")}
    assert told == {act.id: [act.name, act.type, act.cameo or ""] for act in acts}


@pytest.mark.parametrize(
    ("heading", "terms"),
    [
        ("Factuality", get_args(Factuality)),
        ("Kinds of region", get_args(RegionKind)),
        ("Verdicts", get_args(Verdict)),
    ],
)
def test_every_term_of_the_records_has_a_row(heading: str, terms: tuple[str, ...]) -> None:
    assert {row[0] for row in rows(heading)} == set(terms)


def test_every_kind_of_value_has_a_row_with_what_it_asks() -> None:
    told = {row[0]: row[1] for row in rows("Kinds of value")}
    assert told == {kind.name: kind.question for kind in Kinds.load().values()}


def test_every_kind_whose_values_disagree_has_a_row() -> None:
    disagreeing = [kind.name for kind in Kinds.load().values() if kind.disagreement]
    assert sorted(row[0] for row in rows("Kinds of conflict")) == sorted(disagreeing)


@pytest.mark.parametrize(("name", "sentence"), [(row[0], row[2]) for row in rows("Event types")])
def test_an_example_of_a_type_is_coded_so(
    name: str, sentence: str, events: Callable[[str], tuple[Event, ...]]
) -> None:
    (event,) = events(sentence)
    assert event.type == name
    assert event.actors


@pytest.mark.parametrize(("name", "sentence"), [(row[0], row[4]) for row in rows("Diplomatic acts")])
def test_an_example_of_an_act_is_coded_so(
    name: str, sentence: str, events: Callable[[str], tuple[Event, ...]]
) -> None:
    (event,) = events(sentence)
    assert event.act == name
    assert event.actors
    assert event.recipients
    assert (event.polarity, event.factuality) == ("positive", "asserted")


@pytest.mark.parametrize(("name", "polarity", "sentence"), [(r[0], r[1], r[3]) for r in rows("Factuality")])
def test_an_example_of_factuality_is_told_so(
    name: str, polarity: str, sentence: str, events: Callable[[str], tuple[Event, ...]]
) -> None:
    missions = [event for event in events(sentence) if event.act in {"recall-ambassador", "close-mission"}]
    assert [(event.factuality, event.polarity) for event in missions] == [(name, polarity)]
