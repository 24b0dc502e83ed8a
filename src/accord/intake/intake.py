"""Inputs to reports: opened, read, checked for language, completed, joined where identical, sorted by id."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import cast

from msgspec import Struct

from accord.faults import fault
from accord.intake.days import DayFinder
from accord.intake.decoding import decode
from accord.intake.gather import HEAD, STDIN, InputFile, gather, sniff, unreadable
from accord.intake.html import PageReader
from accord.intake.jsonl import read_jsonl
from accord.intake.metadata import Completer
from accord.intake.report_draft import InputError, ReportDraft, Spool
from accord.records import Problem, Report
from accord.settings import Settings
from accord.text.blocks import FRONT_MATTER
from accord.text.language import LanguageFinder
from accord.vocabulary import PACKAGED, Vocabulary

_NUMBER = re.compile(r"([0-9]{1,18})")
_STDIN_ID = "stdin"
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF)\b", re.IGNORECASE)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)

# Which front matter keys of the usual site generators give which value, the surest first.
_KEYS: dict[str, tuple[str, ...]] = {
    "source": ("source", "publisher", "publication", "outlet", "site", "sitename"),
    "title": ("title", "headline"),
    "published": ("published", "date", "pubdate", "publish_date", "publishdate", "published_at"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink"),
}


class Intake(Struct, frozen=True):
    """What was read: `reports` sorted by id, and in `problems` one for each input that could not be used.

    >>> len(intake.reports), intake.problems
    (6, ())
    """

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]


def read(*inputs: str | Path, settings: Settings | None = None) -> Intake:
    """Read every report in `inputs`: files, folders, or "-" for standard input.

    The result does not depend on the order of the inputs.  Texts that are identical, character for
    character, are one report with several `places`.

    >>> [report.id for report in accord.read("examples/reports").reports]
    ['continental-review', 'harbour-gazette', 'meridian-brief', 'northern-ledger',
     'straits-newswire', 'the-island-post']
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    for outcome in stream(inputs, settings):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            reports.append(outcome)
    return Intake(tuple(reports), tuple(problems))


def stream(inputs: Iterable[str | Path], settings: Settings | None = None) -> Iterator[Report | Problem]:
    """The same as `read`, one at a time: first the problems, then the reports, sorted by id.

    Every input is read once, and laid aside in a temporary file before the first report leaves;
    memory holds a hash and an id a report, not its text.
    """
    problems: list[Problem] = []
    with Spool() as spool:
        for outcome in drafts(inputs, settings or Settings()):
            if isinstance(outcome, ReportDraft):
                spool.add(outcome)
            else:
                problems.append(outcome)
        yield from sorted(problems, key=_in_order)
        yield from spool.reports()


def drafts(inputs: Iterable[str | Path], settings: Settings) -> Iterator[ReportDraft | Problem]:
    """Every text in `inputs` with what is known of it, each as it is read, and what could not be used."""
    completer = DraftCompleter.load(settings.load_vocabulary())
    sources, problems = gather(inputs, settings.left_out)
    yield from problems
    for source in sources:
        for outcome in _read_source(source, settings.max_bytes, completer.pages):
            yield completer.complete(outcome) if isinstance(outcome, ReportDraft) else outcome


class DraftCompleter(Struct, frozen=True):
    """Checks the language of drafts and fills in what they do not state."""

    _language: LanguageFinder
    _completer: Completer
    pages: PageReader

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> DraftCompleter:
        """Load what tells languages, titles, date lines and outlets."""
        with vocabulary.explained():
            return cls(
                LanguageFinder.load(vocabulary), Completer.load(vocabulary), PageReader.load(vocabulary)
            )

    @property
    def days(self) -> DayFinder:
        """What finds days."""
        return self._completer.days

    def complete(self, draft: ReportDraft) -> ReportDraft | Problem:
        """The draft with all that is known of it, or why it cannot be used."""
        try:
            if error := _language_error(draft, self._language):
                return error.problem(draft.place)
            return self._completer.complete(draft)
        except Exception as error:
            return fault(draft.place, "reading", error)


def _in_order(problem: Problem) -> tuple[list[tuple[str, int]], str]:
    """By input, and line 2 before line 10."""
    parts = _NUMBER.split(problem.input)
    numbers = [int(digits) for digits in parts[1::2]]
    return list(zip(parts[::2], [*numbers, -1], strict=True)), problem.reason


def _language_error(draft: ReportDraft, language: LanguageFinder) -> InputError | None:
    found = language.find(draft.text)
    if found == "en":
        return None
    return InputError(
        f"it is not in English (it looks like {language.name(found)})",
        "give an English text; Accord reads no other",
    )


def _read_source(source: InputFile, max_bytes: int, pages: PageReader) -> Iterator[ReportDraft | Problem]:
    """The drafts in one file or in standard input, and the problems with it."""
    try:
        if source.path == STDIN:
            yield from _drafts_in(_standard_input(), source, max_bytes, pages)
        else:
            with open(source.path, "rb") as file:  # noqa: PTH123 (a name with a zero byte must not raise earlier)
                yield from _drafts_in(file, source, max_bytes, pages)
    except InputError as error:
        yield error.problem(source.name)
    except OSError as error:
        yield unreadable(error).problem(source.name)
    except Exception as error:
        yield fault(source.name, "reading", error)


def _standard_input() -> io.BufferedReader:
    if sys.stdin is None:
        raise InputError("it is closed", "send it a text, or name a file")
    file = sys.stdin.buffer
    # What stands in for standard input in another program may not be able to look ahead.
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))


def _drafts_in(
    file: io.BufferedReader, source: InputFile, max_bytes: int, pages: PageReader
) -> Iterator[ReportDraft | Problem]:
    standard_input = source.path == STDIN
    kind = sniff(None if standard_input else source.path, file.peek(HEAD))
    if kind == "jsonl":
        yield from read_jsonl(file, source.name, max_bytes, pages.days)
        return
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise InputError(
            f"it is larger than {max_bytes} bytes", "raise the limit with --max-bytes, or split the file"
        )
    if not data.strip():
        raise InputError("it is empty", "give a file with the text of a report, or leave it out")
    stem = None if standard_input else PurePath(source.name).stem
    if kind == "html":
        yield from pages.read(data, stem or _STDIN_ID, source.name, stem)
    else:
        yield _read_text(data, stem or _STDIN_ID, source.name, stem, pages.days)


def _read_text(data: bytes, id: str, place: str, stem: str | None, days: DayFinder) -> ReportDraft:
    """The draft of a text or Markdown file.

    Raises:
        InputError: the bytes are no text, or there is nothing in it.
    """
    text = decode(data)
    if _XML.match(text):
        raise InputError("it is XML, not text", "give the pages or the texts that it lists")
    matter = FRONT_MATTER.match(text)
    if not text[matter.end() if matter else 0 :].strip():
        raise InputError("it is empty", "give a file with the text of a report, or leave it out")
    values = _front_matter(matter["fields"], days) if matter else {}
    return ReportDraft(id=id, text=text, place=place, stem=stem).stating(values, "metadata")


def _front_matter(fields: str, days: DayFinder) -> dict[str, str]:
    stated = {key.lower().replace("-", "_"): value.strip("\"'") for key, value in _FIELD.findall(fields)}
    values: dict[str, str] = {}
    for name, keys in _KEYS.items():
        value = next((stated[key] for key in keys if stated.get(key)), None)
        if name == "published" and value is not None:
            value = days.parse(value)
        if value:
            values[name] = value
    return values
