"""Planted contradictions: how many are found, and how many alarms there are where nothing was planted.

Usage: python -m benchmarks.contradictions FAULTS.jsonl STORIES.jsonl OUT.jsonl

A line of STORIES is a report with its `story`; a line of FAULTS is one of these reports again with one value
changed (`story`, `report`, changed `text` and `title`).  Each report is read once, and of a faulty story
only the changed report again.  Written are the contradictions of each faulty story (`fault`, its number in
FAULTS) and of each untouched one (`story`); differences of scope are none.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from accord.reconcile import reconcile
from accord.records import Problem, Reading, Report, Story
from accord.run import run
from accord.settings import Settings


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSONL file that say something."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read(given: Iterable[tuple[str, str, str | None]]) -> Iterator[Reading]:
    """The Readings of texts with their ids and titles, in order.

    Raises:
        ValueError: a text cannot be read.
    """
    reports = (
        Report(id=id, text=text, sha256=sha256(text.encode()).hexdigest(), title=title)
        for id, text, title in given
    )
    for outcome in run(reports, Settings()):
        if isinstance(outcome, Problem):
            raise ValueError(f"{outcome.input}: {outcome.reason}")
        yield outcome


def contradictions(id: str, readings: Iterable[Reading]) -> list[dict[str, Any]]:
    """The contradictions of one story, as the contract of the command line has them."""
    dossier = reconcile(Story(id, tuple(sorted(readings, key=lambda reading: reading.id))))
    found = (conflict for conflict in dossier.conflicts if conflict.nature == "contradiction")
    return [msgspec.to_builtins(conflict) for conflict in found]


def measured(faults: list[dict[str, Any]], reports: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What is found in each untouched story, then in each with a fault."""
    stories: dict[str, dict[str, Reading]] = defaultdict(dict)
    texts = [(row["id"], row["text"], row.get("title")) for row in reports]
    for row, reading in zip(reports, read(texts), strict=True):
        stories[row["story"]][reading.id] = reading
    for story, readings in sorted(stories.items()):
        yield {"story": story, "conflicts": contradictions(story, readings.values())}
    changed = read((row["report"], row["text"], row.get("title")) for row in faults)
    for number, (row, reading) in enumerate(zip(faults, changed, strict=True)):
        told = {**stories[row["story"]], row["report"]: reading}
        yield {"fault": number, "conflicts": contradictions(row["story"], told.values())}


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("faults", type=Path)
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8") as stream:
        for row in measured(rows(arguments.faults), rows(arguments.stories)):
            stream.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
