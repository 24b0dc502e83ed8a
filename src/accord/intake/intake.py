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
from accord.intake.forms import FormReader
from accord.intake.gather import STDIN, InputFile, gather, unreadable
from accord.intake.html import PageReader
from accord.intake.metadata import Completer
from accord.intake.report_draft import InputError, ReportDraft, Spool
from accord.records import Problem, Report
from accord.settings import Settings
from accord.text.language import LanguageFinder
from accord.vocabulary import PACKAGED, Vocabulary

_NUMBER = re.compile(r"([0-9]{1,18})")
_STDIN_ID = "stdin"


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
    forms = FormReader(settings.max_bytes, completer.pages)
    for source in sources:
        for outcome in _read_source(source, forms):
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


def _read_source(source: InputFile, forms: FormReader) -> Iterator[ReportDraft | Problem]:
    """The drafts in one file or in standard input, and the problems with it."""
    try:
        if source.path == STDIN:
            yield from forms.read(_standard_input(), source.name, None, _STDIN_ID)
        else:
            with open(source.path, "rb") as file:  # noqa: PTH123 (a name with a zero byte must not raise earlier)
                stem = PurePath(source.name).stem
                yield from forms.read(file, source.name, stem, stem or _STDIN_ID)
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
