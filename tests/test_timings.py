"""Seconds are each stage's own, add up over processes, and are told in a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from accord.cli import app
from accord.records import Report
from accord.run import run
from accord.settings import Settings
from accord.timings import Timings

TEXT = "LIMA, May 3 (Straits Newswire) — Peru recalled two envoys from Chile, the ministry said."


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test moves it."""
    now = [0.0]
    monkeypatch.setattr("accord.timings.time.perf_counter", lambda: now[0])
    return now


def test_a_stage_within_another_is_not_counted_twice(clock: list[float]) -> None:
    timings = Timings()

    def inner() -> str:
        clock[0] += 2
        return "done"

    def outer() -> str:
        clock[0] += 1
        return timings.measure("inner", inner)

    assert timings.measure("outer", outer) == "done"
    assert timings.seconds == {"inner": 2, "outer": 1}
    assert timings.items == {"inner": 1, "outer": 1}
    assert timings.total == 3


def test_items_are_counted_and_what_is_done_with_them_is_not(clock: list[float]) -> None:
    timings = Timings()

    def made() -> Iterator[int]:
        for number in range(3):
            clock[0] += 1
            yield number

    for _ in timings.watch("making", made()):
        clock[0] += 10
    assert timings.seconds == {"making": 3}
    assert timings.items == {"making": 3}


def test_a_stage_that_fails_is_timed(clock: list[float]) -> None:
    timings = Timings()

    def failing() -> None:
        clock[0] += 4
        raise ValueError("no figure")

    with pytest.raises(ValueError, match="no figure"):
        timings.measure("failing", failing)
    assert timings.seconds == {"failing": 4}


def test_processes_add_up() -> None:
    here = Timings({"a": 1.0, "b": 2.0}, {"a": 1, "b": 4})
    here.add(Timings({"b": 0.5, "c": 3.0}, {"b": 1, "c": 2}))
    assert here == Timings({"a": 1.0, "b": 2.5, "c": 3.0}, {"a": 1, "b": 5, "c": 2})


def test_a_table() -> None:
    assert Timings({"parse": 12.345, "times": 0.5}, {"parse": 3, "times": 3}).table().splitlines() == [
        "stage       seconds  items",
        "parse         12.35      3",
        "times          0.50      3",
        "all stages    12.85",
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_counts_its_reports_over_all_processes(workers: int) -> None:
    reports = [Report(f"r{number}", f"{TEXT} {number}", "") for number in range(10)]
    timings = Timings()
    assert list(run(reports, Settings(workers=workers), timings)) == list(run(reports, Settings(workers=1)))
    assert {stage: count for stage, count in timings.items.items() if stage != "loading"} == dict.fromkeys(
        timings.items.keys() - {"loading"}, 10
    )
    assert 1 <= timings.items["loading"] <= workers


@pytest.mark.parametrize(
    ("command", "stages"),
    [
        ("extract", {"intake", "loading", "parse", "events"}),
        ("stories", {"intake", "parse", "grouping"}),
        ("dossier", {"intake", "parse", "grouping", "reconciliation"}),
        ("ledger", {"intake", "parse", "grouping", "reconciliation"}),
    ],
)
def test_commands_tell_their_timings_where_asked(tmp_path: Path, command: str, stages: set[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    asked = CliRunner().invoke(app, [command, str(tmp_path / "a.txt"), "--timings"])
    plain = CliRunner().invoke(app, [command, str(tmp_path / "a.txt")])
    assert asked.exit_code == plain.exit_code == 0
    assert asked.stdout == plain.stdout
    assert stages <= {line.split()[0] for line in asked.stderr.splitlines()}
    assert "parse" not in plain.stderr
