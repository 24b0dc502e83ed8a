"""Scores the stages on the development gold and holds them to recorded floors.

Usage: python -m benchmarks.scores [--task TASK ...] [--gold DIR] [--all] [--raise]

The floors are in benchmarks/floors.json with the SHA-256 of the gold file each was measured on.
A score below its floor fails the run.  `--raise` records better scores, less a little room for what
differs between processors, as the new floors; it never lowers one.  `--all` scores every text of the
large sets, not every fifth.  Two sets are measured at a time, and a report of several is read once.  When
the gold is not beside the checkout, nothing is measured and the run says so.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from benchmarks import key_facts, propositions, speakers
from benchmarks.contradictions import is_false
from benchmarks.dated_later import date_later
from benchmarks.gold_files import GOLD, lines_of, report_of, rows

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"

# The parse is not the same to the last bit on every processor, and a sentence may fall the other way.
_ROOM = 0.3

_AT_ONCE = 2


@dataclass(frozen=True)
class Task:
    """A gold set: its file, the command that predicts, the figures that count, every how many texts.

    A `file` is one of the gold folder, or by its whole path one of the project's own.  The command is
    `extract`, of the command line, or a module of this folder; `reads` is whether that goes by Readings.
    Where `dated_later`, each text gets a day of publication years after what it tells.  Discrepancies
    are scored on what the task `like` predicted; `held` tells whether the stories are those that were kept
    unread or those that were learnt from.
    """

    name: str
    task: str
    file: str
    command: str
    figures: tuple[str, ...]
    stride: int = 1
    reports: str | None = None
    options: tuple[str, ...] = ()
    reads: bool = True
    dated_later: bool = False
    held: bool = False
    like: str | None = None


_DISCREPANCIES = (
    "discrepancies",
    "news/newscluster.jsonl",
    "news",
    ("all", "contradiction", "update", "difference", "importance_3", "labelled"),
)

# Every third story by name was kept unread while discrepancies were worked on.
_HELD_EVERY = 3

_MISSIONS = ("missions", "mission_status/transitions.csv", "missions", ("exact", "year"), 1)

_SPEAKERS = ("speakers", str(HERE / "speakers.jsonl"), "extract", ("right", "not_wrong"))

TASKS = (
    Task("times", "times", "times/timebank_aquaint.jsonl", "extract", ("strict", "relaxed", "value")),
    Task("narratives", "times", str(HERE / "narratives.jsonl"), "extract", ("strict", "relaxed", "value")),
    Task(
        "narratives-dated",
        "times",
        str(HERE / "narratives.jsonl"),
        "extract",
        ("strict", "relaxed", "value"),
        dated_later=True,
    ),
    Task("histories", "times", str(HERE / "histories.jsonl"), "extract", ("strict", "relaxed", "value")),
    Task("events", "events", "events/plover_gsr.jsonl", "extract", ("type", "dyad", "dyad_type")),
    Task(
        "propositions",
        "propositions",
        str(HERE / "propositions.jsonl"),
        "extract",
        ("predicates", "arguments", "quantities", "modality"),
    ),
    Task(
        "statements",
        "statements",
        "statements/polnear_train.jsonl",
        "extract",
        ("source_exact", "cue_exact", "content_exact", "content_token", "linked"),
        stride=5,
    ),
    Task("speakers", *_SPEAKERS, options=("seen",)),
    Task("speakers-unread", *_SPEAKERS, options=("unread",)),
    Task("stories-allsides", "stories", "stories/allsides_val.jsonl", "stories", ("b_cubed",)),
    Task("stories-ecbplus", "stories", "stories/ecbplus_train_dev.jsonl", "stories", ("b_cubed",)),
    Task("stories-news", "stories", "news/newscluster.jsonl", "stories", ("b_cubed",)),
    Task(
        "coreference",
        "coreference",
        "coreference/ecbplus_dev.jsonl",
        "coreference",
        ("muc", "b_cubed", "ceaf_e", "conll_f1"),
        reports="coreference/ecbplus_dev.jsonl",
    ),
    Task(
        "faults",
        "contradictions",
        "faults/ecbplus.jsonl",
        "contradictions",
        ("recall", "calm"),
        reports="stories/ecbplus_train_dev.jsonl",
        stride=3,
    ),
    Task(
        "planted",
        "contradictions",
        str(HERE / "planted/faults.jsonl"),
        "contradictions",
        ("recall", "calm"),
        reports=str(HERE / "planted/stories.jsonl"),
    ),
    Task(
        "facts",
        "facts",
        "news/newscluster.jsonl",
        "news",
        ("found", "reports_f1"),
        reports="news/newscluster.jsonl",
    ),
    Task("facts-unread", "facts", str(HERE / "key_facts.jsonl"), "news", ("found", "reports_f1")),
    Task(
        "facts-naive",
        "facts",
        "news/newscluster.jsonl",
        "naive_facts",
        ("found", "reports_f1"),
        reports="news/newscluster.jsonl",
        reads=False,
    ),
    Task("discrepancies", *_DISCREPANCIES, like="facts"),
    Task("discrepancies-held", *_DISCREPANCIES, like="facts", held=True),
    Task("missions", *_MISSIONS, reports="mission_status/reports.jsonl"),
    Task("missions-prose", *_MISSIONS, reports="mission_status/reports.jsonl", options=("--only", "prose")),
)


def sample(path: Path, stride: int, into: Path) -> Path:
    """Every `stride`-th line of a gold file, written to `into`; of a line that is a story, each report."""
    kept = rows(path)[::stride]
    told = [{**report, "story": row["story"]} for row in kept for report in row.get("reports", ())]
    into.write_text("".join(f"{json.dumps(row)}\n" for row in told or kept), encoding="utf-8")
    return into


def part_of(path: Path, held: bool, into: Path) -> Path:
    """The stories of a gold file that were kept unread, or the others, written to `into`."""
    stories = sorted(rows(path), key=lambda row: str(row["story"]))
    kept = [row for at, row in enumerate(stories, 1) if (at % _HELD_EVERY == 0) == held]
    into.write_text("".join(f"{json.dumps(row)}\n" for row in kept), encoding="utf-8")
    return into


def reports_of(gold: Path, into: Path) -> Path:
    """The gold's texts as reports, without their answers."""
    into.write_text("".join(f"{json.dumps(report_of(row))}\n" for row in rows(gold)), encoding="utf-8")
    return into


def measure(task: Task, gold_folder: Path, stride: int, work: Path) -> dict[str, float]:
    """Predict and score one task; F1 figures in per cent.  `work` is of the run: Readings are kept in it."""
    if task.task == "propositions":
        return measure_propositions(task)
    if task.task == "speakers":
        return measure_speakers(task, gold_folder, work)
    if task.task == "contradictions" and task.reports is not None:
        return measure_faults(task, gold_folder, gold_folder / task.reports, stride, work)
    if task.task == "discrepancies":
        stories = part_of(gold_folder / task.file, task.held, work / f"{task.name}.gold.jsonl")
        predicted = work / f"{task.like}.predicted.jsonl"
        if predicted.is_file():
            return score(task, gold_folder, stories, predicted)
        return measure_by_module(task, gold_folder, stories, stories, work)
    if task.reports is not None:
        reports = gold_folder / task.reports
        return measure_by_module(task, gold_folder, gold_folder / task.file, reports, work)
    if Path(task.file) == key_facts.KEY_FACTS:
        stories = key_facts.write("unread", work / f"{task.name}.jsonl", gold_folder)
        return measure_by_module(task, gold_folder, stories, stories, work)
    gold = sample(gold_folder / task.file, stride, work / f"{task.name}.gold.jsonl")
    if task.dated_later:
        date_later(gold)
    reports = reports_of(gold, work / f"{task.name}.reports.jsonl")
    if task.command != "extract":
        return measure_by_module(task, gold_folder, gold, reports, work)
    predicted = work / f"{task.name}.predicted.jsonl"
    command = ["accord", "extract", str(reports), "--output", str(predicted)]
    done = subprocess.run([str(Path(sys.executable).parent / command[0]), *command[1:]], capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    missing = len(lines_of(reports)) - len(lines_of(predicted))
    if missing:
        # Texts that are the same as another's are one report; anything more is worth a look.
        print(f"{task.name}: {missing} texts have no prediction of their own")
        print("".join(f"    {line}\n" for line in done.stderr.decode().splitlines()), end="")
    return score(task, gold_folder, gold, predicted)


def measure_propositions(task: Task) -> dict[str, float]:
    """Propositions of the sentences that may be looked at, by the project's own measure."""
    gold = propositions.rows_of(Path(task.file), propositions.PARTS[0])
    scores = propositions.score(gold, propositions.predict(gold))
    return {figure: scores[figure] for figure in task.figures}


def measure_speakers(task: Task, gold_folder: Path, work: Path) -> dict[str, float]:
    """Speakers of the quotations of a part, by the project's own measure."""
    (part,) = task.options
    judged = [one for _, _, found in speakers.measure(part, gold_folder, work / "readings") for one in found]
    scores = speakers.score(judged)
    return {figure: scores[figure] for figure in task.figures}


def measure_by_module(
    task: Task, gold_folder: Path, gold: Path, reports: Path, work: Path
) -> dict[str, float]:
    """Predict with a module of this folder and score."""
    predicted = work / f"{task.name}.predicted.jsonl"
    run_module(task, [reports, predicted], work)
    return score(task, gold_folder, gold, predicted)


def run_module(task: Task, files: Iterable[Path], work: Path) -> None:
    """Run the module of a task on its files."""
    command = [sys.executable, "-m", f"benchmarks.{task.command}", *map(str, files), *task.options]
    kept = ["--readings", str(work / "readings")] if task.reads else []
    subprocess.run([*command, *kept], cwd=HERE.parent, check=True, stdout=subprocess.DEVNULL)


def measure_faults(task: Task, gold_folder: Path, stories: Path, stride: int, work: Path) -> dict[str, float]:
    """Planted faults found, in every `stride`-th story, and the share of stories without a false alarm.

    An alarm that nobody has read counts as false.
    """
    chosen = set(sorted({row["story"] for row in rows(stories)})[::stride])
    parts = {"faults": lines_of(gold_folder / task.file), "stories": lines_of(stories)}
    files = {name: work / f"{task.name}.{name}.jsonl" for name in (*parts, "predicted")}
    for name, lines in parts.items():
        kept = [line for line in lines if json.loads(line)["story"] in chosen]
        files[name].write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    run_module(task, files.values(), work)
    calm = [row for row in rows(files["predicted"]) if "story" in row]
    alarmed = {row["story"] for row in calm if any(is_false(row["story"], each) for each in row["conflicts"])}
    found = score(replace(task, figures=("recall",)), gold_folder, files["faults"], files["predicted"])
    return {**found, "calm": round(100 * (1 - len(alarmed) / len(calm)), 1)}


def score(task: Task, gold_folder: Path, gold: Path, predicted: Path) -> dict[str, float]:
    """The figures of a prediction in per cent: F1 and their means, of discrepancies the share that is found.

    Of facts count those among the first twenty.
    """
    scorer = [sys.executable, str(gold_folder / "score.py"), task.task, str(gold), str(predicted), "--json"]
    result = json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)
    result = result["first"] if task.task == "facts" else result
    found = {figure: result[figure] for figure in task.figures}
    kept = "recall" if task.task == "discrepancies" else "f1"
    return {figure: told[kept] if isinstance(told, dict) else told for figure, told in found.items()}


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


def floor_key(task: Task, stride: int) -> str:
    """The name a task's floor goes by: a sample and the whole have floors of their own."""
    return task.name if stride == 1 else f"{task.name}/{stride}"


def measured(
    tasks: Iterable[Task], gold_folder: Path, whole: bool
) -> Iterator[tuple[Task, int, dict[str, float]]]:
    """The tasks in order, each with its stride and its figures; two at a time: few fill two processors."""
    with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(_AT_ONCE) as pool:
        strides = [(task, 1 if whole else task.stride) for task in tasks]
        found: dict[str, Future[dict[str, float]]] = {}

        def measure_after(task: Task, stride: int) -> dict[str, float]:
            # What is predicted alike comes before in the order, so nothing waits for what has not begun.
            if task.like in found:
                found[task.like].result()
            return measure(task, gold_folder, stride, Path(work))

        for task, stride in strides:
            found[task.name] = pool.submit(measure_after, task, stride)
        for task, stride in strides:
            yield task, stride, found[task.name].result()


def run(tasks: Iterable[Task], gold_folder: Path, whole: bool, raise_floors: bool) -> bool:
    """Measure `tasks`, print a table, and tell whether every floor held."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    held = True
    print(f"{'gold':24} {'figure':16} {'score':>7} {'floor':>7}")
    for task, stride, scores in measured(tasks, gold_folder, whole):
        key = floor_key(task, stride)
        gold_hash = digest(gold_folder / task.file)
        entry = floors.get(key, {"sha256": gold_hash, "floors": {}})
        if entry["sha256"] != gold_hash and not raise_floors:
            print(f"{key:24} the gold has changed since its floors were recorded; record them with --raise")
            held = False
            continue
        for figure, score in scores.items():
            floor = entry["floors"].get(figure)
            below = floor is not None and score < floor
            held = held and not below
            shown = "-" if floor is None else f"{floor:.1f}"
            print(f"{key:24} {figure:16} {score:7.1f} {shown:>7}{'  BELOW ITS FLOOR' if below else ''}")
        if raise_floors:
            best = {f: max(round(s - _ROOM, 1), entry["floors"].get(f, 0.0)) for f, s in scores.items()}
            floors[key] = {"sha256": gold_hash, "floors": best}
    if raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return held


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--task", action="append", choices=[task.name for task in TASKS])
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    arguments = parser.parse_args()
    if not arguments.gold.is_dir():
        print(f"no gold at {arguments.gold}: nothing was measured")
        return
    chosen = [task for task in TASKS if not arguments.task or task.name in arguments.task]
    if not run(chosen, arguments.gold, arguments.all, arguments.raise_floors):
        sys.exit(1)


if __name__ == "__main__":
    main()
