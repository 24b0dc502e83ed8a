"""Reconstructs the level of a state's missions from guides to its diplomatic relations.

Usage: python -m benchmarks.missions REPORTS.jsonl OUT.jsonl [--only prose|lists] [--sender CODE]
           [--readings DIR]

REPORTS.jsonl holds reports with `id`, `text` and `country`, the state that the report is on.  OUT.jsonl
gets a line for each change of level: `country`, `status`, `date`, the `act` and its `evidence`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from accord.guides import GuideReader
from accord.guides.act_wordings import GuideWords
from accord.guides.lists import is_list
from accord.guides.mission_acts import LevelChange
from accord.records import Reading, Report
from accord.run.threads import use_one_thread
from benchmarks.gold_files import rows
from benchmarks.gold_readings import add_option, read_gold

# EDTF counts the seasons on from the months; of "summer 1905" the year is left.
_SEASON = re.compile(r"(?<=\A\d{4})-(?:2[1-9]|3\d|4[01])\Z")


def read_reports(path: Path) -> tuple[list[Report], dict[str, str]]:
    """The reports of a file and the country of each, by id."""
    told = rows(path)
    reports = [
        Report(row["id"], row["text"], sha256(row["text"].encode()).hexdigest(), title=row.get("title"))
        for row in told
    ]
    return reports, {row["id"]: row["country"] for row in told}


def by_country(
    readings: Iterable[Reading], countries: dict[str, str], only: str | None, words: GuideWords
) -> dict[str, list[Reading]]:
    """The readings of each country, those of the sort asked for."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if only is None or is_list(reading, words) == (only == "lists"):
            found[countries[reading.id]].append(reading)
    return found


def line(country: str, change: LevelChange) -> dict[str, Any]:
    """A change as the line that is written."""
    return {
        "country": country,
        "status": change.level,
        "date": _SEASON.sub("", change.date.rstrip("?~%")),
        "act": change.act,
        "evidence": [
            {"report": item.report, "start": item.start, "end": item.end, "text": item.text}
            for item in change.evidence
        ],
    }


def predict(path: Path, only: str | None, sender: str, kept: Path | None = None) -> Iterator[dict[str, Any]]:
    """The lines for a file of reports, by country and date."""
    reports, countries = read_reports(path)
    readings = list(read_gold(reports, kept))
    reader = GuideReader.load()
    for country, of_country in sorted(by_country(readings, countries, only, reader.words).items()):
        for change in reader.history(of_country, country, sender).changes:
            yield line(country, change)


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("reports", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", choices=("prose", "lists"))
    parser.add_argument("--sender", default="USA")
    add_option(parser)
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8") as stream:
        for row in predict(arguments.reports, arguments.only, arguments.sender, arguments.readings):
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    use_one_thread()
    main()
