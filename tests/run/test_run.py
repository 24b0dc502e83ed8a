"""Which executor reports get: this process unless more are asked for, main guard or not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from accord.records import Reading, Report
from accord.run import executors, run
from accord.settings import Settings

# A script as one is written at first: what it does stands right in it.
PLAIN = """
import sys, threading
from hashlib import sha256
from accord.records import Report
from accord.settings import Settings
from accord.steps import extract

texts = [f"Peru recalled {n + 2} envoys from Chile on Monday." for n in range(60)]
reports = [Report(f"r{n}", text, sha256(text.encode()).hexdigest()) for n, text in enumerate(texts)]
settings = Settings(**eval(sys.argv[1]))
found = []

def read():
    found.extend(reading.id for reading in extract(reports, settings=settings))
    print("read", len(found))

{how}
"""
HERE = "read()"
IN_A_THREAD = "thread = threading.Thread(target=read); thread.start(); thread.join()"


def plain(folder: Path, how: str, settings: str) -> subprocess.CompletedProcess[str]:
    script = folder / "plain.py"
    script.write_text(PLAIN.replace("{how}", how))
    command = [sys.executable, str(script), settings]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("how", [HERE, IN_A_THREAD])
def test_a_plain_script_reads_many_reports(tmp_path: Path, how: str) -> None:
    done = plain(tmp_path, how, "{}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "read 60\n", "")


def test_a_plain_script_that_asks_for_workers_is_told_what_to_do(tmp_path: Path) -> None:
    done = plain(tmp_path, HERE, "{'workers': 2}")
    assert done.returncode == 1
    assert done.stdout == ""
    last = done.stderr.splitlines()[-1]
    assert 'put what the script does under `if __name__ == "__main__":`' in last
    assert "memory" not in done.stderr


def test_a_guarded_script_gets_its_workers(tmp_path: Path) -> None:
    done = plain(tmp_path, f'if __name__ == "__main__": {HERE}', "{'workers': 2}")
    assert (done.returncode, done.stdout) == (0, "read 60\n"), done.stderr


def report(number: int) -> Report:
    return Report(f"r{number:02}", "Peru recalled its envoy to Chile.", f"{number:064}")


@pytest.mark.parametrize(
    ("workers", "reports", "cores", "asked"),
    [(1, 60, 4, None), (2, 1, 4, 2), (0, 47, 4, None), (0, 48, 4, 4), (0, 60, 1, None)],
)
def test_as_many_processes_work_as_are_asked_for_or_worth_it(
    monkeypatch: pytest.MonkeyPatch, workers: int, reports: int, cores: int, asked: int | None
) -> None:
    chosen: list[int | None] = []

    def note(in_pool: bool) -> object:
        def extract(given: Iterable[Report], settings: Settings, timings: object) -> Iterator[Reading]:
            chosen.append(settings.workers if in_pool else None)
            assert [each.id for each in given] == [f"r{number:02}" for number in range(reports)]
            return iter(())

        return extract

    monkeypatch.setattr(executors, "extract_here", note(False))
    monkeypatch.setattr(executors, "extract_in_pool", note(True))
    monkeypatch.setattr("os.sched_getaffinity", lambda process: set(range(cores)), raising=False)
    assert list(run(map(report, range(reports)), Settings(workers=workers))) == []
    assert chosen == [asked]
