"""Joins the key facts of sixteen news stories with the reports that tell them, which the gold folder holds.

Usage: python -m benchmarks.key_facts OUT --part {dev,unread} [--gold DIR]

benchmarks/key_facts.jsonl holds a story a line: the facts an editor would tell, weightiest first, each
with the place of its telling in every report that tells it, in code points of the report's text. The
texts are not the project's, so only places are kept. A reader found them before any program had. OUT is
written in the form of news/newscluster.jsonl, for benchmarks.news and for the gold's scorer of facts.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.scores import GOLD, HERE, lines_of

KEY_FACTS = HERE / "key_facts.jsonl"
PARTS = ("dev", "unread")

_OF_A_REPORT = ("id", "source", "title", "published", "text")


def join(row: Mapping[str, Any], reports: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A story with the texts of its reports, given by id, and of its quotations.

    Raises:
        ValueError: if a report is missing, or a quotation lies outside its report.
    """
    missing = [name for name in row["reports"] if name not in reports]
    if missing:
        raise ValueError(f"story {row['story']}: the gold has no report {', '.join(missing)}")
    told = [
        {key: reports[name][key] for key in _OF_A_REPORT if reports[name].get(key)} for name in row["reports"]
    ]
    texts = {report["id"]: report["text"] for report in told}
    facts = [
        {"fact": fact["fact"], "quotes": [quotation(quote, texts) for quote in fact["quotes"]]}
        for fact in row["facts"]
    ]
    return {"story": row["story"], "reports": told, "facts": facts}


def quotation(quote: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """A place with the words that stand there.

    Raises:
        ValueError: if it is not a place of one of the texts.
    """
    report, start, end = quote["report"], quote["start"], quote["end"]
    if not 0 <= start < end <= len(texts.get(report, "")):
        raise ValueError(f"{start} to {end} is no place in report {report}")
    return {**quote, "text": texts[report][start:end]}


def stories(lines: Iterable[str], part: str, gold_folder: Path) -> Iterator[dict[str, Any]]:
    """The stories of one part, joined with the gold files that they name."""
    rows = [row for row in map(json.loads, lines) if row["part"] == part]
    files = {file: by_id(gold_folder / file) for file in {row["file"] for row in rows}}
    for row in rows:
        yield join(row, files[row["file"]])


def by_id(path: Path) -> dict[str, dict[str, Any]]:
    """The reports of a gold file."""
    return {report["id"]: report for report in map(json.loads, lines_of(path))}


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", choices=PARTS, required=True)
    parser.add_argument("--gold", type=Path, default=GOLD)
    arguments = parser.parse_args()
    if not arguments.gold.is_dir():
        print(f"no gold at {arguments.gold}: nothing was written")
        return
    with arguments.out.open("w", encoding="utf-8") as stream:
        for story in stories(lines_of(KEY_FACTS), arguments.part, arguments.gold):
            stream.write(json.dumps(story, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
