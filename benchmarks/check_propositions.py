"""Check the annotated sentences of `propositions.jsonl` against their guidelines, and count them.

Usage: python -m benchmarks.check_propositions [FILE]

Prints a line for each fault and ends with status 1 if there is one; else prints how many propositions and
arguments there are by part, kind, form, modality and role.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from accord.records import ArgumentRole, Factuality, Polarity, PropositionForm
from benchmarks.gold_files import rows
from benchmarks.propositions import PARTS

HERE = Path(__file__).resolve().parent
FORMS, POLARITIES = get_args(PropositionForm), get_args(Polarity)
MODALITIES, ROLES = get_args(Factuality), get_args(ArgumentRole)


def span_fault(text: str, span: list[int]) -> str | None:
    """What is wrong with a span of half-open code points: outside, empty, or cut through a word."""
    start, end = span
    if not 0 <= start < end <= len(text):
        return f"span {span} is empty or outside the text"
    if text[start:end] != text[start:end].strip():
        return f"span {span} begins or ends with space"
    cut = [at for at in (start, end) if 0 < at < len(text) and (text[at - 1] + text[at]).isalnum()]
    return f"span {span} cuts a word" if cut else None


def circular(propositions: list[dict[str, Any]], index: int) -> bool:
    """Whether a proposition is, over others, part of itself."""
    seen: set[int] = set()
    at: int | None = index
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = propositions[at]["within"]
    return False


def proposition_faults(text: str, proposition: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one proposition, its place among the others aside."""
    arguments = proposition["arguments"]
    spans = [proposition["predicate"], *(argument["span"] for argument in arguments)]
    if proposition["speaker"] is not None:
        spans.append(proposition["speaker"])
    yield from filter(None, (span_fault(text, span) for span in spans))
    for name, known in (("form", FORMS), ("polarity", POLARITIES), ("modality", MODALITIES)):
        if proposition[name] not in known:
            yield f"unknown {name} {proposition[name]!r}"
    for argument in arguments:
        if argument["role"] not in ROLES:
            yield f"unknown role {argument['role']!r}"
    if len({(argument["role"], *argument["span"]) for argument in arguments}) < len(arguments):
        yield "an argument stands twice"


def faults(row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one sentence and its propositions."""
    propositions = row["propositions"]
    if row["part"] not in PARTS:
        yield f"unknown part {row['part']!r}"
    if not propositions:
        yield "no proposition"
    for number, proposition in enumerate(propositions):
        within = proposition["within"]
        if within is not None and not 0 <= within < len(propositions):
            yield f"proposition {number} is within {within}, which is none"
            continue
        yield from (
            f"proposition {number}: {fault}" for fault in proposition_faults(row["text"], proposition)
        )
    in_range = all(p["within"] is None or 0 <= p["within"] < len(propositions) for p in propositions)
    if in_range and any(circular(propositions, number) for number in range(len(propositions))):
        yield "propositions are part of each other in a circle"
    if len({tuple(p["predicate"]) for p in propositions}) < len(propositions):
        yield "a predicate stands twice"


def counts(told: list[dict[str, Any]]) -> Iterator[str]:
    """Lines that say how much there is of what."""
    propositions = [proposition for row in told for proposition in row["propositions"]]
    words = [len(row["text"].split()) for row in told]
    yield f"{len(told)} sentences of {sum(words) / len(words):.1f} words; {len(propositions)} propositions"
    for name in ("part", "kind"):
        yield f"{name}: {dict(Counter(row[name] for row in told).most_common())}"
    for name in ("form", "modality", "polarity"):
        yield f"{name}: {dict(Counter(p[name] for p in propositions).most_common())}"
    yield f"role: {dict(Counter(a['role'] for p in propositions for a in p['arguments']).most_common())}"


def main() -> int:
    """Run on a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=HERE / "propositions.jsonl")
    told = rows(parser.parse_args().file)
    found = [f"{row['id']}: {fault}" for row in told for fault in faults(row)]
    found += [f"{name}: id stands {n} times" for name, n in Counter(r["id"] for r in told).items() if n > 1]
    for line in found or counts(told):
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
