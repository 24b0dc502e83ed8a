"""What the dossiers of news stories show as told, line by line, for reading; and what readers said of it.

Usage: python -m benchmarks.told DOSSIERS [--stories STORY ...] [--kinds KIND ...] [--unread] [--bad]
       python -m benchmarks.told DOSSIERS --mark FILE

DOSSIERS is a file that `benchmarks.news` writes.  A line is of a kind (title, fact, event, relation, speaker)
and says what a dossier would have a reader believe; with it stand the quotations that it cites.  What readers
found is kept in benchmarks/told.json by story, kind and a hash of the line, never its words: "true", or
"false" and the fault.  So a line is read once, and again only when it says something else.

Printed is the share of bad lines by kind and by fault, and how many nobody has read; `--unread` shows those,
`--bad` shows those found bad.  `--mark FILE` takes verdicts from a file of lines `HASH true` or
`HASH false FAULT` and writes them to the record.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.gold_files import rows

VERDICTS = Path(__file__).resolve().parent / "told.json"
KINDS = ("title", "fact", "event", "relation", "speaker")
FAULTS = (
    "wrong actor",
    "wrong sense",
    "no event",
    "duplicate",
    "garbled",
    "factuality",
    "furniture",
    "wrong merge",
    "wrong date",
    "another happening",
    "wrong speaker",
)

_MOST_QUOTATIONS = 4


class Line(NamedTuple):
    """Something shown as told: `words` are what it says, `quotations` what it cites."""

    story: str
    kind: str
    words: str
    quotations: tuple[str, ...]

    @property
    def key(self) -> str:
        """What it goes by: a hash of its story, its kind and its words."""
        return sha256(json.dumps(self[:3], ensure_ascii=False).encode()).hexdigest()[:16]


def _quoted(evidence: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The quotations, each once, with the report."""
    return tuple(dict.fromkeys(f"{one['report']}: {' '.join(one['text'].split())}" for one in evidence))


def _events(dossier: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for event in dossier["events"]:
        sides = " -> ".join(
            ", ".join(sorted(names.get(one, one) for one in event[side])) for side in ("actors", "recipients")
        )
        code = "/".join(filter(None, (event["type"], event["act"])))
        words = f"{event['text']} [{event['status']}, {event['edtf']}] {code}: {sides}"
        quotations = [{**one["evidence"]} for one in event["mentions"]]
        yield words, quotations


def lines_of(story: str, dossier: Mapping[str, Any]) -> Iterator[Line]:
    """The lines of a dossier; of facts those that its page has room for: the brief and the shared ones."""
    names = {actor["id"]: actor["name"] for actor in dossier["actors"]}
    yield Line(story, "title", dossier["title"], ())
    alone = len(dossier["reports"]) == 1
    for fact in dossier["facts"]:
        shared = len({one["report"] for one in fact["evidence"]}) > 1
        if fact["rank"] <= 20 and (shared or alone or fact["rank"] <= 5):
            yield Line(story, "fact", fact["text"], _quoted(fact["evidence"]))
    for words, evidence in _events(dossier, names):
        yield Line(story, "event", words, _quoted(evidence))
    for one in dossier["relations"]:
        sides = f"{names.get(one['from'], one['from'])} -> {names.get(one['to'], one['to'])}"
        words = f"{sides}: {one['aspect']} {one['level']} {one['valid_from']} {one['valid_to']}"
        yield Line(story, "relation", words, _quoted(one["evidence"]))
    for one in dossier["statements"]:
        content = " | ".join(
            sorted({" ".join(part["text"].split()) for w in one["wordings"] for part in w["content"]})
        )
        words = f"{one['speaker_name'] or 'nobody named'}: {content}"
        yield Line(story, "speaker", words, _quoted(w["sentence"] for w in one["wordings"]))


def recorded() -> dict[str, dict[str, str]]:
    """What readers found, by hash."""
    if not VERDICTS.exists():
        return {}
    return {row["hash"]: row for row in json.loads(VERDICTS.read_text(encoding="utf-8"))}


def mark(lines: Iterable[Line], file: Path) -> None:
    """Put a file of verdicts on record.

    Raises:
        ValueError: a verdict is of no line, or its fault of no kind.
    """
    by_key = {line.key: line for line in lines}
    known = recorded()
    for row in filter(None, map(str.split, file.read_text(encoding="utf-8").splitlines())):
        key, verdict, fault = row[0], row[1], " ".join(row[2:])
        if key not in by_key or verdict not in ("true", "false") or (verdict == "false") != (fault in FAULTS):
            raise ValueError(f"{file}: no verdict on a line of these dossiers: {' '.join(row)}")
        told = {"story": by_key[key].story, "kind": by_key[key].kind, "hash": key, "verdict": verdict}
        known[key] = {**told, "fault": fault} if fault else told
    ordered = sorted(known.values(), key=lambda row: (row["story"], row["kind"], row["hash"]))
    text = ",\n".join(f"  {json.dumps(row)}" for row in ordered)
    VERDICTS.write_text(f"[\n{text}\n]\n", encoding="utf-8")


def summary(lines: Iterable[Line]) -> Iterator[str]:
    """Of each kind, how many lines there are, how many are bad, and what their faults are."""
    known = recorded()
    count: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for line in lines:
        row = known.get(line.key)
        count[line.kind]["unread" if row is None else row.get("fault", "true")] += 1
    for kind, found in count.items():
        bad = found.total() - found["true"] - found["unread"]
        read = found.total() - found["unread"]
        share = f"{100 * bad / read:.1f} per cent" if read else "none read"
        faults = ", ".join(f"{fault} {found[fault]}" for fault in FAULTS if found[fault])
        told = f"{found.total()} lines, {found['unread']} not read, {bad} bad ({share})"
        yield f"{kind}: {told} {faults}".rstrip()


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dossiers", type=Path)
    parser.add_argument("--stories", nargs="+", default=[])
    parser.add_argument("--kinds", nargs="+", default=KINDS, choices=KINDS)
    parser.add_argument("--unread", action="store_true")
    parser.add_argument("--bad", action="store_true")
    parser.add_argument("--mark", type=Path)
    arguments = parser.parse_args()
    lines = [
        line
        for row in rows(arguments.dossiers)
        if not arguments.stories or row["story"] in arguments.stories
        for dossier in row["stories"]
        for line in lines_of(row["story"], dossier)
        if line.kind in arguments.kinds
    ]
    if arguments.mark:
        mark(lines, arguments.mark)
    known = recorded()
    for line in lines:
        row = known.get(line.key)
        if (arguments.unread and row is None) or (arguments.bad and row is not None and "fault" in row):
            print(f"\n{line.key} {line.story} {line.kind} {(row or {}).get('fault', '')}\n  {line.words}")
            for quotation in line.quotations[:_MOST_QUOTATIONS]:
                print(f"    {quotation}")
    print(*summary(lines), sep="\n")


if __name__ == "__main__":
    main()
