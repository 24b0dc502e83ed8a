"""Planted contradictions: how many are found, and how many alarms there are where nothing was planted.

Usage: python -m benchmarks.contradictions FAULTS.jsonl STORIES.jsonl OUT.jsonl [--unread] [--readings DIR]

A line of STORIES is a report with its `story`; a line of FAULTS is one of these reports again with one value
changed (`story`, `report`, changed `text` and `title`).  Each report is read once, and of a faulty story
only the changed report again.  Written are the contradictions of each faulty story (`fault`, its number in
FAULTS) and of each untouched one (`story`); differences of scope are none.

An alarm where nothing was planted may be a true discrepancy.  benchmarks/alarms.json holds what reading them
told: the story, the kind, the hash of what the sides say, true or false, and why.  Printed is how many of the
alarms of this run are true, false and not yet read; `--unread` shows those, for a reader to judge.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from accord.intake.metadata import Completer
from accord.intake.report_draft import ReportDraft
from accord.reconciliation.pipeline import Reconciler
from accord.records import Reading, Story
from benchmarks.gold_files import rows
from benchmarks.gold_readings import add_option, read_gold

ALARMS = Path(__file__).resolve().parent / "alarms.json"


def read(given: Iterable[tuple[str, str, str | None]], kept: Path | None = None) -> Iterator[Reading]:
    """The Readings of texts with their ids and titles, in order; days and sources are those of date lines.

    Raises:
        ValueError: a text cannot be read.
    """
    completer = Completer.load()
    reports = (
        completer.complete(ReportDraft(id=id, text=text, place=id, title=title)).report()
        for id, text, title in given
    )
    return read_gold(reports, kept)


def contradictions(id: str, readings: Iterable[Reading], reconciler: Reconciler) -> list[dict[str, Any]]:
    """The contradictions of one story, as the contract of the command line has them."""
    dossier = reconciler.reconcile(Story(id, tuple(sorted(readings, key=lambda reading: reading.id))))
    found = (conflict for conflict in dossier.conflicts if conflict.nature == "contradiction")
    return [msgspec.to_builtins(conflict) for conflict in found]


def key_of(story: str, kind: str, values: Iterable[str]) -> str:
    """What an alarm goes by: a hash of its story, its kind and the values of its sides."""
    told = json.dumps([story, kind, sorted(set(values))], ensure_ascii=False)
    return sha256(told.encode()).hexdigest()[:16]


def verdicts() -> dict[str, bool]:
    """Whether alarms that were read are true discrepancies, by key."""
    return {row["hash"]: row["verdict"] == "true" for row in json.loads(ALARMS.read_text(encoding="utf-8"))}


def alarm_key(story: str, alarm: Mapping[str, Any]) -> str:
    """What an alarm of a story goes by."""
    return key_of(story, alarm["kind"], (side["value"] for side in alarm["sides"]))


def is_false(story: str, alarm: Mapping[str, Any]) -> bool:
    """An alarm of an untouched story is not known to be a true discrepancy."""
    return not verdicts().get(alarm_key(story, alarm), False)


def judged(calm: Iterable[dict[str, Any]]) -> tuple[int, int, list[tuple[str, str, dict[str, Any]]]]:
    """How many alarms of untouched stories are true and how many false, and those nobody has read."""
    known = verdicts()
    count = {True: 0, False: 0}
    unread: list[tuple[str, str, dict[str, Any]]] = []
    for row in calm:
        for alarm in row["conflicts"]:
            key = alarm_key(row["story"], alarm)
            if key in known:
                count[known[key]] += 1
            else:
                unread.append((key, row["story"], alarm))
    return count[True], count[False], unread


def measured(
    faults: list[dict[str, Any]], reports: list[dict[str, Any]], kept: Path | None = None
) -> Iterator[dict[str, Any]]:
    """What is found in each untouched story, then in each with a fault."""
    # What sentences mean joins facts; no contradiction depends on it.
    reconciler = Reconciler.load()
    stories: dict[str, dict[str, Reading]] = defaultdict(dict)
    texts = [(row["id"], row["text"], row.get("title")) for row in reports]
    for row, reading in zip(reports, read(texts, kept), strict=True):
        stories[row["story"]][reading.id] = reading
    for story, readings in sorted(stories.items()):
        yield {"story": story, "conflicts": contradictions(story, readings.values(), reconciler)}
    changed = read((row["report"], row["text"], row.get("title")) for row in faults)
    for number, (row, reading) in enumerate(zip(faults, changed, strict=True)):
        told = {**stories[row["story"]], row["report"]: reading}
        yield {"fault": number, "conflicts": contradictions(row["story"], told.values(), reconciler)}


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("faults", type=Path)
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--unread", action="store_true")
    add_option(parser)
    arguments = parser.parse_args()
    found = list(measured(rows(arguments.faults), rows(arguments.stories), arguments.readings))
    with arguments.out.open("w", encoding="utf-8") as stream:
        for row in found:
            stream.write(json.dumps(row) + "\n")
    calm = [row for row in found if "story" in row]
    true, false, unread = judged(calm)
    print(f"{len(calm)} untouched stories: {true} alarms true, {false} false, {len(unread)} not read")
    for key, story, alarm in unread if arguments.unread else ():
        print(f"\n{key} {story} {alarm['kind']}: {alarm['explanation']}")
        for side in alarm["sides"]:
            for quotation in side["evidence"]:
                print(f"    {side['value']} | {quotation['report']}: {' '.join(quotation['text'].split())}")


if __name__ == "__main__":
    main()
