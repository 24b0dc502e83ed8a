"""Both executors give the same Readings, in the order of the reports, and say what keeps them from it."""

from __future__ import annotations

from hashlib import sha256

import pytest

from accord.errors import AccordError
from accord.records import Problem, Reading, Report
from accord.run import run
from accord.run.executors import extract_in_pool
from accord.settings import Settings


def report(name: str, text: str) -> Report:
    return Report(id=name, text=text, sha256=sha256(text.encode()).hexdigest())


REPORTS = [
    report(f"r{n:02}", f"Peru recalled {n + 2} envoys from Chile on Monday, the ministry said.")
    for n in range(20)
]


def test_a_pool_gives_what_one_process_gives() -> None:
    here = list(run(REPORTS, Settings(workers=1)))
    pooled = list(run(REPORTS, Settings(workers=2)))
    assert [outcome.id for outcome in here if isinstance(outcome, Reading)] == [r.id for r in REPORTS]
    assert pooled == here


def test_no_reports_give_no_readings() -> None:
    assert list(run([], Settings(workers=2))) == []


def test_a_worker_that_cannot_start_is_told() -> None:
    with pytest.raises(AccordError, match="no_such"):
        list(extract_in_pool(REPORTS, Settings(workers=2, pipeline="no_such")))


def test_reports_that_fail_come_out_as_problems_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    from accord.extraction.times.expressions.finder import TimeFinder

    whole = TimeFinder.find

    def find(self: TimeFinder, parsed: object) -> object:
        if getattr(parsed, "report").id == "r01":  # noqa: B009
            raise RuntimeError("made to fail")
        return whole(self, parsed)  # type: ignore[arg-type]

    monkeypatch.setattr(TimeFinder, "find", find)
    first, second, third = run(REPORTS[:3], Settings(workers=1))
    assert isinstance(first, Reading)
    assert isinstance(third, Reading)
    assert isinstance(second, Problem)
    assert second.input == "r01"
    assert "made to fail" in second.reason
