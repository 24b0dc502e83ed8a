"""Dossiers of whole news stories, one story of several reports a line, for the scores of facts.

Usage: python -m benchmarks.news STORIES OUT [--no-vectors] [--readings DIR]

Writes `{"story", "stories": [...]}` a line: the dossiers that the reports of one story alone make, in the
form of `accord dossier`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from accord.grouping.stories import Grouper
from accord.intake.intake import read
from accord.records import Reading
from accord.run.threads import use_one_thread
from accord.settings import Settings
from accord.steps import StoryReconciler
from benchmarks.gold_files import rows
from benchmarks.gold_readings import add_option, read_gold


def readings_of(stories: Sequence[Mapping[str, Any]], kept: Path | None = None) -> Iterator[list[Reading]]:
    """The Readings of the reports of each story; `kept` is a folder as `read_gold` keeps it."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.jsonl" for number in range(len(stories))]
        for row, file in zip(stories, files, strict=True):
            file.write_text("".join(json.dumps(report) + "\n" for report in row["reports"]), encoding="utf-8")
        intakes = [read(file).reports for file in files]
    reports = [report for intake in intakes for report in intake]
    found = read_gold(reports, kept)
    for intake in intakes:
        yield [next(found) for _ in intake]


def predict(path: Path, settings: Settings, kept: Path | None = None) -> Iterator[dict[str, Any]]:
    """A line for each story of a file."""
    stories = rows(path)
    reconciler = StoryReconciler.of(settings)
    grouper = Grouper.of(settings, reconciler.meaning)
    for row, readings in zip(stories, readings_of(stories, kept), strict=True):
        dossiers = [reconciler.reconcile(story) for story in grouper.group(readings)]
        yield {"story": row["story"], "stories": [json.loads(msgspec.json.encode(one)) for one in dossiers]}


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--no-vectors", action="store_true", help="by words alone")
    add_option(parser)
    arguments = parser.parse_args()
    settings = Settings(vectors=not arguments.no_vectors)
    with arguments.out.open("w", encoding="utf-8") as stream:
        for row in predict(arguments.stories, settings, arguments.readings):
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    use_one_thread()
    main()
