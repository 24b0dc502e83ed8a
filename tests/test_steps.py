"""Reports to Readings and a story to its dossier, each in one call."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from accord.errors import VocabularyError
from accord.records import Problem, Reading, Report, Story
from accord.settings import Settings
from accord.steps import StoryReconciler, extract, reconcile
from readings import ReadingBuilder, story
from stories import COPIED, recognition

REPORTS = [Report(id, f"Nothing was said in {id}.", f"{id:0>64}") for id in ("c", "a", "b")]
BAD = Problem("a", "extraction failed: ZeroDivisionError", "report it")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings that reports were read with; the report "a" cannot be."""
    told: list[Settings] = []

    def read(reports: Iterable[Report], settings: Settings) -> Iterator[Reading | Problem]:
        told.append(settings)
        for report in reports:
            yield BAD if report.id == "a" else ReadingBuilder(report.id, report.text).build()

    monkeypatch.setattr("accord.run.run", read)
    return told


def test_readings_come_in_the_order_of_the_reports_without_what_failed(asked: list[Settings]) -> None:
    failed: list[Problem] = []
    settings = Settings(workers=3)
    found = extract(REPORTS, settings=settings, on_problem=failed.append)
    assert [reading.id for reading in found] == ["c", "b"]
    assert failed == [BAD]
    assert asked == [settings]


def test_what_failed_is_logged_where_nobody_asks_for_it(
    asked: list[Settings], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "accord.steps"):
        assert len(list(extract(REPORTS))) == 2
    assert caplog.messages == ["a: extraction failed: ZeroDivisionError; report it"]
    assert asked == [Settings()]


def test_the_order_of_readings_changes_nothing_and_relations_are_told() -> None:
    told = story(
        recognition("a", "2031-05-04", " on 4 May 2031"), recognition("b", "2031-05-05", " on 5 May 2031")
    )
    dossier = reconcile(told)
    assert {(each.from_, each.to, each.aspect) for each in dossier.relations} == {
        ("NOR", "CHL", "recognition")
    }
    assert reconcile(Story(told.id, told.readings[::-1])) == dossier
    assert StoryReconciler.load().reconcile(told) == dossier


def test_a_vocabulary_that_is_broken_is_named_before_anything_is_told(tmp_path: Path) -> None:
    (tmp_path / "wires.json").write_text('{"Strelsau Wire": 7}')
    with pytest.raises(VocabularyError, match=r"wires\.json"):
        reconcile(story(recognition("a")), settings=Settings(vocabulary=tmp_path))


def test_of_the_settings_the_vocabulary_counts(tmp_path: Path) -> None:
    """Who wrote what two reports share depends on the wires that are known."""
    text = "PORT ELIN (Strelsau Wire) — {} Report {} ends here."
    told = story(*(ReadingBuilder(id, text.format(COPIED, id)) for id in "ab"))
    (tmp_path / "wires.json").write_text('{"Strelsau Wire": ["strelsau wire"]}')
    own = reconcile(told, settings=Settings(vocabulary=tmp_path))
    assert [origin.agency for origin in reconcile(told).origins] == [None]
    assert [origin.agency for origin in own.origins] == ["Strelsau Wire"]
