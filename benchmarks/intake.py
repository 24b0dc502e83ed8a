"""Right and wrong readings of a folder of pages, feeds and files, by kind: titles, days, sources, furniture.

`python -m benchmarks.intake FOLDER [--expected FILE] [--half read|held]` reads each input that the file of
expected values (`FOLDER/expected.jsonl` unless named) lists, one a line:

    {"input": "title/tail.html", "kind": "title", "title": "...", "source": "...", "published": "YYYY-MM-DD",
     "url": "...", "holds": ["words of the article"], "leaves": ["words that are furniture"],
     "problem": "words of the problem", "count": 1}

Every value but `input` may be left out; a value may be a list of which any is right, null among
them.  `holds` must stand in a region that is read as the report's own words,
`leaves` must not.  `lines` names a file whose
lines are put one by one between the paragraphs of `holds`: all must be furniture.  The half `held` are the
inputs whose name has an odd SHA-256: look at them last.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from accord.intake.feeds import read_feed
from accord.intake.intake import DraftCompleter, Intake, read
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem, Report
from accord.text.regions import RegionFinder

_READ = ("body", "heading", "list", "summary", "title")
_Value = str | list[str | None] | None


class ExpectedInput(Struct, kw_only=True, forbid_unknown_fields=True):
    """What is right for an input."""

    input: str
    kind: str = "input"
    feed: bool = False
    title: _Value | msgspec.UnsetType = msgspec.UNSET
    source: _Value | msgspec.UnsetType = msgspec.UNSET
    published: _Value | msgspec.UnsetType = msgspec.UNSET
    url: _Value | msgspec.UnsetType = msgspec.UNSET
    holds: list[str] = []
    leaves: list[str] = []
    lines: bool = False
    problem: str | None = None
    count: int | None = None

    @property
    def held(self) -> bool:
        """Whether the input belongs to the half that is looked at last."""
        return int(sha256(Path(self.input).name.encode()).hexdigest(), 16) % 2 == 1


def faults(folder: Path, expected: ExpectedInput, regions: RegionFinder) -> Iterator[str]:
    """What is wrong with how an input is read."""
    if expected.lines:
        yield from _line_faults(folder / expected.input, expected.holds, regions)
        return
    found = _read(folder / expected.input, expected.feed)
    count = 0 if expected.problem is not None and expected.count is None else expected.count
    if count is not None and len(found.reports) != count:
        yield f"{len(found.reports)} reports, not {count}"
    reasons = " / ".join(problem.reason for problem in found.problems)
    if expected.problem is not None and expected.problem not in reasons:
        yield f"no problem that says {expected.problem!r}: {reasons!r}"
    if not found.reports and count != 0:
        yield f"no report: {reasons}"
        return
    if found.reports:
        yield from _report_faults(found.reports[0], expected, regions)


def _read(path: Path, feed: bool) -> Intake:
    if not feed:
        return read(path)
    completer = DraftCompleter.load()
    try:
        read_ = [
            completer.complete(one) if isinstance(one, ReportDraft) else one
            for one in read_feed(path.read_bytes(), str(path), completer.pages)
        ]
    except InputError as error:
        read_ = [error.problem(str(path))]
    reports = tuple(one.report() for one in read_ if isinstance(one, ReportDraft))
    return Intake(reports, tuple(one for one in read_ if isinstance(one, Problem)))


def _report_faults(report: Report, expected: ExpectedInput, regions: RegionFinder) -> Iterator[str]:
    for name in ("title", "source", "published", "url"):
        right = getattr(expected, name)
        value = getattr(report, name)
        if right is not msgspec.UNSET and value not in (right if isinstance(right, list) else [right]):
            yield f"{name} {value!r}, not {right!r}"
    said = _told(report.text, report.title, regions)
    yield from (f"lost: {words[:60]!r}" for words in expected.holds if words not in said)
    yield from (f"read: {words[:60]!r}" for words in expected.leaves if words in said)


def _told(text: str, title: str | None, regions: RegionFinder) -> str:
    """What is read as the words of the report."""
    kept = [text[one.start : one.end] for one in regions.find(text, title) if one.kind in _READ]
    return "\n".join(" ".join(part.split()) for part in kept)


def _line_faults(path: Path, paragraphs: list[str], regions: RegionFinder) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            text = "\n\n".join([*paragraphs[:2], line, *paragraphs[2:]])
            if " ".join(line.split()) in _told(text, None, regions):
                yield f"read: {line[:60]!r}"


def main() -> None:
    """Print what is wrong, and how many of each kind are right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--expected", type=Path)
    parser.add_argument("--half", choices=("read", "held"))
    named = parser.parse_args()
    lines = (named.expected or named.folder / "expected.jsonl").read_bytes().splitlines()
    expected = [msgspec.json.decode(line, type=ExpectedInput) for line in lines if line.strip()]
    regions, right, all_ = RegionFinder.load(), Counter[str](), Counter[str]()
    for one in expected:
        if named.half is not None and one.held != (named.half == "held"):
            continue
        wrong = list(faults(named.folder, one, regions))
        all_[one.kind] += 1
        right[one.kind] += not wrong
        for fault in wrong:
            print(f"{one.input}: {fault}")
    for kind in all_:
        print(f"{kind}: {right[kind]} of {all_[kind]} right")
    print(f"all: {right.total()} of {all_.total()} right")


if __name__ == "__main__":
    main()
