"""What every command shares: what goes wrong in a run, and how it is told, with progress."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import typer

from accord.errors import AccordError
from accord.faults import fault
from accord.inert import visible
from accord.records import Dossier, Problem, Reading, Report, Story
from accord.settings import Settings
from accord.timings import Timings

if TYPE_CHECKING:
    from accord.grouping.meaning.sentence_meaning import SentenceMeaning

EXIT_SOME_FAILED, EXIT_COULD_NOT_RUN = 1, 2

T = TypeVar("T")

_PATIENCE_SECONDS = 1.0


@dataclass
class CommandRun:
    """One run of a command: what went wrong so far, and how to go on; `timings` are kept where asked for."""

    settings: Settings
    timings: Timings | None = None
    problems: list[Problem] = field(default_factory=list)
    used: int = 0

    def usable(self, items: Iterable[T | Problem]) -> Iterator[T]:
        """Pass on what is not a Problem; tell and keep each Problem."""
        for item in items:
            if isinstance(item, Problem):
                self.keep(item)
            else:
                self.used += 1
                yield item

    def undoubted(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Pass on readings; tell and keep a Problem where its own dates contradict a day of publication."""
        from accord.extraction.times.expressions.day_of_writing import doubt

        for reading in readings:
            if (problem := doubt(reading)) is not None:
                self.keep(problem)
            yield reading

    def keep(self, problem: Problem) -> None:
        """Tell and keep a Problem."""
        self.problems.append(problem)
        tell(f"{problem.input}: {problem.reason}; {problem.advice}")

    def readings(self, inputs: list[str]) -> Iterator[Reading]:
        """Read and extract `inputs`, one report after the other."""
        from accord.intake.intake import stream
        from accord.run import run

        reports: Iterator[Report] = self.usable(self._timed_items("intake", stream(inputs, self.settings)))
        found = self.usable(run(reports, self.settings, self.timings))
        return watch(self.undoubted(found), "Reading reports")

    def stories(self, inputs: list[str], meaning: SentenceMeaning | None = None) -> tuple[Story, ...]:
        """Read, extract and group `inputs`, all of them at once; by `meaning`, where there is one already."""
        from accord.grouping.stories import Grouper
        from accord.intake.intake import read
        from accord.run import run

        intake = self._timed("intake", lambda: read(*inputs, settings=self.settings))
        list(self.usable(intake.problems))
        found = run(intake.reports, self.settings, self.timings)
        readings = tuple(self.undoubted(self.usable(watch(found, "Reading reports", len(intake.reports)))))
        return self._timed("grouping", lambda: Grouper.of(self.settings, meaning).group(readings))

    def dossiers(self, inputs: list[str]) -> tuple[Dossier, ...]:
        """Read, extract, group and reconcile `inputs`."""
        from accord.steps import StoryReconciler

        reconciler = StoryReconciler.of(self.settings)

        def try_to_reconcile(story: Story) -> Dossier | Problem:
            try:
                return self._timed("reconciliation", lambda: reconciler.reconcile(story))
            except Exception as error:
                ids = ", ".join(reading.id for reading in story.readings)
                return fault(f"story of {ids}", "reconciling", error)

        stories = self.stories(inputs, reconciler.meaning)
        outcomes = watch(map(try_to_reconcile, stories), "Reconciling stories", len(stories))
        return tuple(self.usable(outcomes))

    def finish(self, nothing: str = "nothing was left to do") -> None:
        """End the command with the exit status that fits; `nothing` tells that no input was used."""
        if self.timings is not None and sys.stderr is not None:
            sys.stderr.write(f"{self.timings.table()}\n")
        if self.problems:
            count = len(self.problems)
            rest = "everything else was done" if self.used else nothing
            tell(f"{count} problem{'s' if count > 1 else ''} with the input; {rest}")
            raise typer.Exit(EXIT_SOME_FAILED)

    def _timed(self, stage: str, step: Callable[[], T]) -> T:
        return step() if self.timings is None else self.timings.measure(stage, step)

    def _timed_items(self, stage: str, items: Iterable[T]) -> Iterable[T]:
        return items if self.timings is None else self.timings.watch(stage, items)


def tell(message: str) -> None:
    """Write one line to standard error; control characters of inputs are made visible."""
    if sys.stderr is None:  # closed by who started the program
        return
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in visible(message))
    sys.stderr.write(f"accord: {line}\n")


def width() -> int | None:
    """How many cells a line of standard output has; None where that is no terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return shutil.get_terminal_size().columns


def named(error: Exception) -> str:
    """An error as it is told."""
    return f"{type(error).__name__}: {error}"


def day(text: str | None, option: str) -> str | None:
    """The day that an option gives.

    Raises:
        AccordError: it is none.
    """
    from datetime import date

    if text is not None:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise AccordError(f"{option} {text!r} is not a day; write it as YYYY-MM-DD") from None
    return None


def watch(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Yield `items`; from the first one after a second on, show how many have passed.

    `total` of None shows a count without a bar.  Nothing is shown, and nothing imported, when
    standard error is not a terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    begun = time.monotonic()
    iterator = iter(items)
    passed = 0
    for item in iterator:
        passed += 1
        yield item
        if time.monotonic() - begun > _PATIENCE_SECONDS:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, completed=passed)
        for item in iterator:
            progress.advance(task)
            yield item
