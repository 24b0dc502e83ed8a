"""The stages declare what they need and give, in an order that works, and touch nothing else."""

from __future__ import annotations

import inspect
from collections import Counter
from typing import Any

import pytest
from msgspec.structs import replace

from accord.extraction.extractor import Extractor
from accord.extraction.stages import OF_REPORT, OF_STAGES, PARSE, Stage, run_stages
from accord.records import Reading, Report
from accord.timings import Timings

TEXT = (
    "Zambia Recalls Its Envoy From Lima\n\nLUSAKA, May 3 — Zambia recalled its ambassador to Peru on Monday, "
    "two days after 40 protesters were arrested. “We may return,” the minister said."
)
REPORT = Report("r", TEXT, "", published="2021-05-04")


class Watched(dict[str, Any]):
    """Fields that keep which of them were read and written."""

    def __init__(self, fields: dict[str, Any]) -> None:
        super().__init__(fields)
        self.read: list[str] = []
        self.written: list[str] = []

    def __getitem__(self, name: str) -> Any:
        self.read.append(name)
        return super().__getitem__(name)

    def __setitem__(self, name: str, value: Any) -> None:
        self.written.append(name)
        super().__setitem__(name, value)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture(scope="module")
def stages(extractor: Extractor) -> tuple[Stage, ...]:
    return extractor.stages


def test_what_a_stage_needs_is_given_before(stages: tuple[Stage, ...]) -> None:
    given = {"report"}
    for stage in stages:
        assert set(stage.needs) <= given, stage.name
        given.add(stage.gives)


def test_every_field_of_a_reading_is_given_once(stages: tuple[Stage, ...]) -> None:
    given = Counter([*OF_REPORT, *(stage.gives for stage in stages)])
    assert set(Reading.__struct_fields__) <= set(given)
    assert set(given.values()) == {1}
    assert set(OF_REPORT) <= set(Report.__struct_fields__)
    assert set(OF_REPORT) | set(OF_STAGES) == set(Reading.__struct_fields__)


def test_what_is_given_is_needed_or_told(stages: tuple[Stage, ...]) -> None:
    needed = {name for stage in stages for name in stage.needs}
    assert {stage.gives for stage in stages} <= needed | set(OF_STAGES)


def test_names_of_stages_are_unique(stages: tuple[Stage, ...]) -> None:
    assert max(Counter(stage.name for stage in stages).values()) == 1
    assert PARSE in {stage.name for stage in stages}


def test_a_stage_takes_what_it_declares(stages: tuple[Stage, ...]) -> None:
    for stage in stages:
        assert set(inspect.signature(stage.run).parameters) == set(stage.needs), stage.name


def test_a_stage_touches_no_other_field(stages: tuple[Stage, ...]) -> None:
    fields: dict[str, Any] = {"report": REPORT}
    for stage in stages:
        watched = Watched(fields)
        run_stages([stage], watched, None)
        assert set(watched.read) == set(stage.needs), stage.name
        assert watched.written == [stage.gives]
        fields = dict(watched)
    assert fields["events"]
    assert fields["statements"]


def test_a_stage_is_handed_nothing_that_it_does_not_declare(stages: tuple[Stage, ...]) -> None:
    labels = next(stage for stage in stages if stage.name == "labels")
    short = replace(labels, needs=("parsed",))
    with pytest.raises(TypeError, match="cast"):
        run_stages([short], {"parsed": None, "cast": None}, None)


def test_seconds_and_reports_of_each_stage(extractor: Extractor) -> None:
    timings = Timings()
    assert list(extractor.pipe([REPORT, REPORT], timings)) == [extractor.extract(REPORT)] * 2
    assert set(timings.items) == {stage.name for stage in extractor.stages}
    assert set(timings.items.values()) == {2}
    assert all(seconds >= 0 for seconds in timings.seconds.values())


def test_one_report_alone_is_timed_too(extractor: Extractor) -> None:
    timings = Timings()
    extractor.extract(REPORT, timings)
    assert timings.items == {stage.name: 1 for stage in extractor.stages}
