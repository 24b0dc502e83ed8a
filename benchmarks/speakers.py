"""Scores who is given as the speaker of each quotation of the news stories, against people's annotation.

Usage: python -m benchmarks.speakers [--part seen] [--gold DIR] [--misses]

benchmarks/speakers.jsonl has the characters of each quotation and of what names its speaker, as
docs/measures.md tells, and no text: that is the gold's.  `--misses` prints what was not right; those of
the part `unread` are not to be looked at while rules are made.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, NamedTuple

from accord.records import READ_KINDS, Reading, Report, Statement
from benchmarks.gold_files import GOLD, rows
from benchmarks.gold_readings import read_gold

HERE = Path(__file__).resolve().parent
SPEAKERS = HERE / "speakers.jsonl"
NEWS = "news/newscluster.jsonl"
PARTS = ("seen", "unread")

Row = dict[str, Any]
Outcome = Literal["right", "as told", "wrong", "missing", "not read"]

# How much of a quotation a statement must hold to be the one that tells it.
_HELD = 0.5
_WORD = re.compile(r"[\w.']+")


class Judged(NamedTuple):
    """A quotation with how its speaker was found, and the statement that tells it, if any."""

    outcome: Outcome
    quotation: Row
    statement: Statement | None
    told: str


def reports_of(part: str, gold: Path = GOLD) -> Iterator[tuple[Row, Report]]:
    """The annotated reports of a part, each with its annotation.

    Raises:
        ValueError: a report of the gold is not the one that was annotated.
    """
    texts = {report["id"]: report for story in rows(gold / NEWS) for report in story["reports"]}
    for row in rows(SPEAKERS):
        if row["part"] != part:
            continue
        report = texts[row["report"]]
        digest = sha256(report["text"].encode()).hexdigest()
        if digest != row["sha256"]:
            raise ValueError(f"report {row['report']} of {NEWS} is not the text that was annotated")
        told = {name: report.get(name) for name in ("source", "title", "published")}
        yield row, Report(row["report"], report["text"], digest, **told)


def judge(row: Row, reading: Reading) -> Iterator[Judged]:
    """Each annotated quotation of a report with how its speaker was found."""
    names = {entity.id: (entity.name, *entity.names) for entity in reading.entities}
    for quotation in row["quotations"]:
        start, end = quotation["quote"]
        if not any(r.start <= start < r.end and r.kind in READ_KINDS for r in reading.regions):
            yield Judged("not read", quotation, None, "")
            continue
        statement = _telling(start, end, reading.statements)
        if statement is None:
            yield Judged("missing", quotation, None, "")
            continue
        spans = statement.source if statement.named is None else (statement.named,)
        told = " ".join(reading.text[a:b] for a, b in spans)
        yield Judged(_outcome(quotation["keys"], statement, told, names), quotation, statement, told)


def _telling(start: int, end: int, statements: Iterable[Statement]) -> Statement | None:
    """The statement that holds half of a quotation; of several, the one that tells least beside it."""
    held = []
    for statement in statements:
        inside = sum(max(0, min(b, end) - max(a, start)) for a, b in statement.content)
        if inside >= _HELD * (end - start):
            length = sum(b - a for a, b in statement.content if b > start and a < end)
            held.append((length - inside, statement.kind != "direct", statement.id, statement))
    return min(held)[-1] if held else None


def _outcome(
    keys: Sequence[str], statement: Statement, told: str, names: Mapping[str, Sequence[str]]
) -> Outcome:
    if statement.speaker is not None:
        known = " ".join(names.get(statement.speaker, ()))
        return "right" if _names(keys, known) else "wrong"
    if not told:
        return "missing"
    if _names(keys, told):
        return "right"
    # A pronoun or a noun as the report has it tells nothing false; the name of somebody else does.
    return "wrong" if any(word[:1].isupper() for word in told.split()[1:] or [told]) else "as told"


def _names(keys: Sequence[str], told: str) -> bool:
    words = {
        part
        for word in _WORD.findall(told.casefold().replace("’", "'"))
        for part in (word, word.strip(".'"), word.removesuffix("'s"))
    }
    return any(key in words for key in keys)


def measure(
    part: str, gold: Path = GOLD, kept: Path | None = None
) -> list[tuple[Row, Reading, list[Judged]]]:
    """Read the annotated reports of a part and judge every quotation; `kept` is as `read_gold` keeps it."""
    annotated = list(reports_of(part, gold))
    readings = read_gold((report for _, report in annotated), kept)
    return [
        (row, reading, list(judge(row, reading)))
        for (row, _), reading in zip(annotated, readings, strict=True)
    ]


def score(judged: Iterable[Judged]) -> dict[str, float]:
    """Figures in per cent of the quotations that are read: `right`, and `not_wrong`."""
    count = Counter(one.outcome for one in judged)
    read = sum(count.values()) - count["not read"]
    if not read:
        return {"right": 0.0, "not_wrong": 0.0}
    return {
        "right": round(100 * count["right"] / read, 1),
        "not_wrong": round(100 * (1 - count["wrong"] / read), 1),
    }


def main() -> None:
    """Parse the arguments, measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", choices=PARTS, default=PARTS[0])
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    measured = measure(arguments.part, arguments.gold)
    if arguments.misses:
        for row, reading, judged in measured:
            _print_misses(row, reading, judged)
    everything = [one for _, _, judged in measured for one in judged]
    count = Counter(one.outcome for one in everything)
    print(f"{len(everything)} quotations:", ", ".join(f"{n} {name}" for name, n in count.most_common()))
    print(score(everything))


def _print_misses(row: Row, reading: Reading, judged: Iterable[Judged]) -> None:
    for one in judged:
        if one.outcome in ("right", "not read"):
            continue
        start, end = one.quotation["quote"]
        given = "" if one.statement is None else f"{one.told!r} = {one.statement.speaker}"
        before = reading.text[max(0, start - 120) : start].replace("\n", " / ")
        behind = reading.text[end : end + 90].replace("\n", " / ")
        quote = reading.text[start:end]
        short = quote if len(quote) < 100 else f"{quote[:50]} ... {quote[-45:]}"
        print(f"[{row['story']} {start}] {one.outcome}: {one.quotation['keys'][0]}, given {given}")
        print(f"    {before}>>{short}<<{behind}")


if __name__ == "__main__":
    main()
