"""Inputs to reports: read, checked for language, completed, joined where identical, sorted by id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from accord.extract.language import LanguageFinder
from accord.intake.draft import Draft, InputError, Spool
from accord.intake.files import read_source
from accord.intake.gather import gather
from accord.intake.metadata import Completer
from accord.records import Problem, Report
from accord.settings import Settings

_NUMBER = re.compile(r"([0-9]{1,18})")


class Intake(Struct, frozen=True):
    """What was read: reports sorted by id, and a Problem for each input that could not be used."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]


def read(*inputs: str | Path, settings: Settings | None = None) -> Intake:
    """Read every report in `inputs`: files, folders, or "-" for standard input.

    The result does not depend on the order of the inputs.  Texts that are identical, character for
    character, are one report with several `places`.
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
            if isinstance(outcome, Draft):
                spool.add(outcome)
            else:
                problems.append(outcome)
        yield from sorted(problems, key=_in_order)
        yield from spool.reports()


def drafts(inputs: Iterable[str | Path], settings: Settings) -> Iterator[Draft | Problem]:
    """Every text in `inputs` with what is known of it, each as it is read, and what could not be used."""
    completer = DraftCompleter.load()
    sources, problems = gather(inputs, settings.left_out)
    yield from problems
    for source in sources:
        for outcome in read_source(source, settings.max_bytes):
            yield completer.complete(outcome) if isinstance(outcome, Draft) else outcome


class DraftCompleter(Struct, frozen=True):
    """Checks the language of drafts and fills in what they do not state."""

    _language: LanguageFinder
    _completer: Completer

    @classmethod
    def load(cls) -> DraftCompleter:
        """Load what tells languages, titles, date lines and outlets."""
        return cls(LanguageFinder.load(), Completer.load())

    def complete(self, draft: Draft) -> Draft | Problem:
        """The draft with all that is known of it, or why it cannot be used."""
        if error := _language_error(draft, self._language):
            return error.problem(draft.place)
        return self._completer.complete(draft)


def _in_order(problem: Problem) -> tuple[list[tuple[str, int]], str]:
    """By input, and line 2 before line 10."""
    parts = _NUMBER.split(problem.input)
    numbers = [int(digits) for digits in parts[1::2]]
    return list(zip(parts[::2], [*numbers, -1], strict=True)), problem.reason


def _language_error(draft: Draft, language: LanguageFinder) -> InputError | None:
    found = language.find(draft.text)
    if found == "en":
        return None
    return InputError(
        f"it is not in English (it looks like {language.name(found)})",
        "give an English text; Accord reads no other",
    )
