"""Predicts the propositions of annotated sentences, and scores what is predicted.

Usage: python -m benchmarks.propositions GOLD.jsonl PREDICTED.jsonl [--part dev] [--misses]

Each row of GOLD is a sentence; benchmarks/propositions.md says how it is annotated.  The rows of the part,
by default those that may be looked at, are read, what is found is written to PREDICTED, and its scores are
printed; `--misses` prints what was missed or found for nothing as well, never of the part that nobody reads.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from accord.extraction.extractor import Extractor
from accord.records import Proposition, Reading, Report
from benchmarks.gold_files import rows

PARTS = ("dev", "unread")
Row = dict[str, Any]
Span = Sequence[int]

# How much of the longer of two spans their overlap must be for one argument to be the other.
_SHARED = 0.5


def rows_of(path: Path, part: str) -> list[Row]:
    """The annotated sentences of a part."""
    return [row for row in rows(path) if row["part"] == part]


def predict(gold: Sequence[Row]) -> list[Row]:
    """The propositions of each sentence in the shape of the annotation."""
    extractor = Extractor.load()
    found = []
    for row in gold:
        text = row["text"]
        reading = extractor.extract(Report(row["id"], text, sha256(text.encode()).hexdigest()))
        found.append({"id": row["id"], "propositions": [_row(p, reading) for p in reading.propositions]})
    return found


def _row(proposition: Proposition, reading: Reading) -> Row:
    sources = {s.id: [list(span) for span in s.source] for s in reading.statements}
    source = sources.get(proposition.statement or "")
    return {
        "predicate": [proposition.start, proposition.end],
        "form": proposition.form,
        "arguments": [{"role": a.role, "span": [a.start, a.end]} for a in proposition.arguments],
        "polarity": proposition.polarity,
        "modality": proposition.factuality,
        "speaker": source[0] if source else None,
        "within": None if proposition.within is None else int(proposition.within.removeprefix("p")),
    }


def score(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, float]:
    """The scores in per cent: F1 with precision and recall, and shares of the matched predicates."""
    by_id = {row["id"]: row for row in predicted}
    counts: Counter[str] = Counter()
    for row in gold:
        text = row["text"]
        told = by_id.get(row["id"], {"propositions": []})["propositions"]
        pairs = matched(text, row["propositions"], told)
        counts += _counted(row["propositions"], told, pairs)
    scores: dict[str, float] = {}
    for name in ("predicates", "arguments", "arguments of matched", "quantities"):
        right, gold_total, found = (counts[f"{name} {part}"] for part in ("right", "gold", "found"))
        precision, recall = _share(right, found), _share(right, gold_total)
        scores[f"{name} precision"], scores[f"{name} recall"] = precision, recall
        scores[name] = _share(2 * right, gold_total + found)
    for name in ("modality", "polarity", "form", "speaker", "within"):
        scores[name] = _share(counts[name], counts["predicates right"])
    return scores


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _counted(gold: Sequence[Row], told: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> Counter[str]:
    """What of one sentence is right, annotated and found, by figure."""
    counts: Counter[str] = Counter()
    counts.update({"predicates right": len(pairs), "predicates gold": len(gold)})
    counts["predicates found"] = len(told)
    for name, those in (("gold", gold), ("found", told)):
        arguments = [a for row in those for a in row["arguments"]]
        counts[f"arguments {name}"] = len(arguments)
        counts[f"quantities {name}"] = sum(a["role"] == "quantity" for a in arguments)
    place = dict(pairs)
    for one, other in pairs:
        mine, theirs = gold[one], told[other]
        same = [role for role, _, _ in same_arguments(mine["arguments"], theirs["arguments"])]
        counts["arguments right"] += len(same)
        counts["arguments of matched right"] += len(same)
        counts["arguments of matched gold"] += len(mine["arguments"])
        counts["arguments of matched found"] += len(theirs["arguments"])
        counts["quantities right"] += same.count("quantity")
        agrees = mine["polarity"] == theirs["polarity"]
        counts["polarity"] += agrees
        counts["modality"] += agrees and mine["modality"] == theirs["modality"]
        counts["form"] += mine["form"] == theirs["form"]
        counts["speaker"] += _overlap(mine["speaker"], theirs["speaker"])
        inside = None if mine["within"] is None else place.get(mine["within"], -1)
        counts["within"] += inside == theirs["within"]
    return counts


def _overlap(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return one is other
    return min(one[1], other[1]) > max(one[0], other[0])


def matched(text: str, gold: Sequence[Row], told: Sequence[Row]) -> list[tuple[int, int]]:
    """The propositions that are one, as indices, each at most once: those that share most come first."""
    ranked = sorted(
        (-_likeness(mine["predicate"], theirs["predicate"]), one, other)
        for one, mine in enumerate(gold)
        for other, theirs in enumerate(told)
        if _overlap(mine["predicate"], theirs["predicate"]) and heads(text, mine) & heads(text, theirs)
    )
    pairs: list[tuple[int, int]] = []
    for _, one, other in ranked:
        if all(one != a and other != b for a, b in pairs):
            pairs.append((one, other))
    return sorted(pairs)


def heads(text: str, row: Row) -> set[int]:
    """Where the head words of a predicate start: of verb and noun both, where it is made of them."""
    start, end = row["predicate"]
    phrase = text[start:end].partition(" of ")[0] if row["form"] == "apposition" else text[start:end]
    last = start + len(phrase) - len(phrase.split()[-1])
    match row["form"]:
        case "light verb":
            return {start, last}
        case "noun" | "apposition":
            return {last}
        case _:
            return {start}


def same_arguments(gold: Sequence[Row], told: Sequence[Row]) -> list[tuple[str, int, int]]:
    """Roles and indices of arguments that are one, each at most once."""
    ranked = sorted(
        (-_likeness(mine["span"], theirs["span"]), one, other, mine["role"])
        for one, mine in enumerate(gold)
        for other, theirs in enumerate(told)
        if mine["role"] == theirs["role"] and _likeness(mine["span"], theirs["span"]) >= _SHARED
    )
    pairs: list[tuple[str, int, int]] = []
    for _, one, other, role in ranked:
        if all(one != a and other != b for _, a, b in pairs):
            pairs.append((role, one, other))
    return pairs


def _likeness(one: Span, other: Span) -> float:
    """The overlap of two spans as a share of the longer."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / max(one[1] - one[0], other[1] - other[0])


def misses(gold: Sequence[Row], predicted: Sequence[Row]) -> Iterator[str]:
    """A line for each thing that is missing, found for nothing or judged otherwise, with its sentence."""
    by_id = {row["id"]: row["propositions"] for row in predicted}
    for row in gold:
        text, mine, told = row["text"], row["propositions"], by_id[row["id"]]
        pairs = matched(text, mine, told)
        lines = [f"- {p['form']}: {_quoted(text, p)}" for i, p in enumerate(mine) if i not in dict(pairs)]
        taken = {other for _, other in pairs}
        lines += [f"+ {p['form']}: {_quoted(text, p)}" for i, p in enumerate(told) if i not in taken]
        for one, other in pairs:
            lines += _differences(text, mine[one], told[other])
        if lines:
            yield "\n".join((f"{row['id']} {text}", *(f"    {line}" for line in lines)))


def _quoted(text: str, row: Row) -> str:
    start, end = row.get("predicate") or row["span"]
    return repr(text[start:end])


def _differences(text: str, mine: Row, theirs: Row) -> Iterator[str]:
    name = _quoted(text, mine)
    same = same_arguments(mine["arguments"], theirs["arguments"])
    for sign, row, taken in (("-", mine, {a for _, a, _ in same}), ("+", theirs, {b for _, _, b in same})):
        for index, argument in enumerate(row["arguments"]):
            if index not in taken:
                yield f"{name}: {sign} {argument['role']} {_quoted(text, argument)}"
    for field in ("polarity", "modality", "form"):
        if mine[field] != theirs[field]:
            yield f"{name}: {field} is {mine[field]}, not {theirs[field]}"


def main() -> None:
    """Parse the arguments, predict and score."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    gold = rows_of(arguments.gold, arguments.part)
    predicted = predict(gold)
    lines = "".join(json.dumps(row) + "\n" for row in predicted)
    arguments.predicted.write_text(lines, encoding="utf-8")
    if arguments.misses and arguments.part == PARTS[0]:
        print("\n".join(misses(gold, predicted)))
    for name, figure in score(gold, predicted).items():
        print(f"{name:32} {figure:6.1f}")


if __name__ == "__main__":
    main()
