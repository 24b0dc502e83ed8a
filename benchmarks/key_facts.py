"""Key facts that people read out of the stories of the gold, joined with the texts, which are not kept here.

Usage: python -m benchmarks.key_facts PART OUT [--gold DIR]

benchmarks/key_facts.jsonl tells for each story which of the gold's reports it is of, and where each report
tells each fact.  Written are stories in the form of the gold on news: those of PART `dev`, which may be read
and learnt from, or of `unread`, which are only measured.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold_files import GOLD, report_of, rows

HERE = Path(__file__).resolve().parent
KEY_FACTS = HERE / "key_facts.jsonl"


def stories(part: str, gold: Path = GOLD) -> Iterator[dict[str, Any]]:
    """The stories of a part, each with `story`, `reports` and `facts`."""
    texts: dict[str, dict[str, dict[str, Any]]] = {}
    for row in rows(KEY_FACTS):
        if row["part"] != part:
            continue
        file = row["file"]
        if file not in texts:
            texts[file] = {report["id"]: report for report in rows(gold / file)}
        reports = [texts[file][id] for id in row["reports"]]
        yield {
            "story": row["story"],
            "reports": [report_of(each) for each in reports],
            "facts": [
                {
                    "fact": fact["fact"],
                    "quotes": [
                        {**quote, "text": texts[file][quote["report"]]["text"][quote["start"] : quote["end"]]}
                        for quote in fact["quotes"]
                    ],
                }
                for fact in row["facts"]
            ],
        }


def write(part: str, out: Path, gold: Path = GOLD) -> Path:
    """Write the stories of a part, one a line, and give the file back."""
    lines = (json.dumps(story, ensure_ascii=False) + "\n" for story in stories(part, gold))
    out.write_text("".join(lines), encoding="utf-8")
    return out


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", choices=("dev", "unread"))
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    arguments = parser.parse_args()
    write(arguments.part, arguments.out, arguments.gold)


if __name__ == "__main__":
    main()
