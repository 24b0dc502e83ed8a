"""The command line: inputs in, data to standard output or a file, messages to standard error."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
import typer
from msgspec.structs import replace

from accord.errors import AccordError
from accord.records import Dossier, LedgerEntry, Problem, Reading, Report, Story
from accord.run.threads import use_one_thread
from accord.settings import DEFAULT_PIPELINE, Settings

if TYPE_CHECKING:
    from accord.ledger.missions.history import History

EXIT_SOME_FAILED, EXIT_COULD_NOT_RUN = 1, 2
MAX_BYTES = Settings().max_bytes

_FAULT = "this is a fault in Accord: please report it with the texts; everything else went on"

logger = logging.getLogger(__name__)

T = TypeVar("T")

app = typer.Typer(
    name="accord",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Several reports of the same happenings in, [b]one cited record[/b] out: who did what to whom "
    "and when, who said so, what the reports agree on, and where they contradict each other.\n\n"
    "[b]Try:[/b]  accord dossier reports/ --output dossier.html",
    epilog="[b]Inputs:[/b] files, folders (read recursively) or - for standard input; text, Markdown, HTML "
    "or JSONL. Data goes to standard output or to --output, messages to standard error.\n\n"
    "[b]Exit status:[/b] 0 done; 1 done, but some input failed (each is named, with what to do); "
    "2 could not run.",
)

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.", show_default=False),
]
Pipeline = Annotated[
    str, typer.Option(metavar="NAME", help="An installed spaCy English pipeline.", rich_help_panel="Reading")
]
MaxBytes = Annotated[
    int,
    typer.Option(metavar="BYTES", min=1, help="The largest report that is read.", rich_help_panel="Reading"),
]
Workers = Annotated[
    int,
    typer.Option(
        metavar="N",
        min=0,
        help="Processes that extract; 0: as many as are worth it.",
        rich_help_panel="Reading",
    ),
]


@dataclass
class Run:
    """One run of a command: what went wrong so far, and how to go on."""

    settings: Settings
    problems: list[Problem] = field(default_factory=list)
    used: int = 0

    def usable(self, items: Iterable[T | Problem]) -> Iterator[T]:
        """Pass on what is not a Problem; tell and keep each Problem."""
        for item in items:
            if isinstance(item, Problem):
                self.problems.append(item)
                tell(f"{item.input}: {item.reason}; {item.advice}")
            else:
                self.used += 1
                yield item

    def readings(self, inputs: list[str]) -> Iterator[Reading]:
        """Read and extract `inputs`, one report after the other."""
        from accord.intake import stream
        from accord.progress import watch
        from accord.run import run

        reports: Iterator[Report] = self.usable(stream(inputs, self.settings))
        return watch(self.usable(run(reports, self.settings)), "Reading reports")

    def stories(self, inputs: list[str]) -> tuple[Story, ...]:
        """Read, extract and group `inputs`, all of them at once."""
        from accord.group import group
        from accord.intake import read
        from accord.progress import watch
        from accord.run import run

        intake = read(*inputs, settings=self.settings)
        list(self.usable(intake.problems))
        outcomes = watch(run(intake.reports, self.settings), "Reading reports", len(intake.reports))
        return group(tuple(self.usable(outcomes)))

    def dossiers(self, inputs: list[str]) -> tuple[Dossier, ...]:
        """Read, extract, group and reconcile `inputs`."""
        from accord.progress import watch
        from accord.reconcile import reconcile

        def try_to_reconcile(story: Story) -> Dossier | Problem:
            try:
                return reconcile(story)
            except Exception as error:
                logger.debug("story %s could not be reconciled", story.id, exc_info=error)
                ids = ", ".join(reading.id for reading in story.readings)
                return Problem(f"story of {ids}", f"reconciling failed: {_named(error)}", _FAULT)

        stories = self.stories(inputs)
        outcomes = watch(map(try_to_reconcile, stories), "Reconciling stories", len(stories))
        return tuple(self.usable(outcomes))

    def finish(self) -> None:
        """End the command with the exit status that fits."""
        if self.problems:
            count = len(self.problems)
            rest = "everything else was done" if self.used else "nothing was left to do"
            tell(f"{count} problem{'s' if count > 1 else ''} with the input; {rest}")
            raise typer.Exit(EXIT_SOME_FAILED)


def tell(message: str) -> None:
    """Write one line to standard error; control characters of inputs are made visible."""
    if sys.stderr is None:  # closed by who started the program
        return
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in message)
    sys.stderr.write(f"accord: {line}\n")


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"accord {version('accord')}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command()
def dossier(
    inputs: Inputs,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="A page (.html), Markdown (.md) or data (.json), by its ending; may be given several times. "
            "A folder gets all three. Without it, Markdown goes to standard output.",
        ),
    ] = None,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
) -> None:
    """Reconcile the reports of each story into one cited dossier: page, Markdown or JSON."""
    from accord.output import check, write
    from accord.present import renderer

    targets = _targets(output or [])
    for target in targets:
        check(target)
    renderers = [(path, renderer(path.suffix if path else ".md")) for path in targets]
    run = _run(pipeline, max_bytes, workers, targets)
    done = run.dossiers(inputs)
    for path, render in renderers:
        write(path, [render(done, run.problems)])
    run.finish()


def _by_id(reading: Reading) -> Iterator[Reading]:
    """The Reading under each id that its text was given."""
    for id in reading.ids:
        yield replace(reading, id=id, other_ids=tuple(other for other in reading.ids if other != id))


@app.command()
def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where the Readings go (JSONL).")
    ] = None,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
) -> None:
    """Read all there is in each report: one Reading a line, as JSON."""
    from accord.output import write

    run = _run(pipeline, max_bytes, workers, [output])
    rows = (row for reading in run.readings(inputs) for row in _by_id(reading))
    write(output, (msgspec.json.encode(row) + b"\n" for row in rows))
    run.finish()


@app.command()
def stories(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where the lines go (JSONL).")
    ] = None,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
) -> None:
    """Tell which reports are of the same happening: one line a report, with its story."""
    from accord.output import check, write

    check(output)
    run = _run(pipeline, max_bytes, workers, [output])
    pairs = sorted(
        (id, story.id) for story in run.stories(inputs) for reading in story.readings for id in reading.ids
    )
    write(output, (msgspec.json.encode({"id": one, "story": story}) + b"\n" for one, story in pairs))
    run.finish()


@app.command()
def ledger(
    inputs: Inputs,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="A table (.csv, the default), data (.json) or a page (.html).",
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DAY", help="What was in force on that day (YYYY-MM-DD).")
    ] = None,
    known: Annotated[
        str | None, typer.Option(metavar="DAY", help="As far as was known on that day (YYYY-MM-DD).")
    ] = None,
    missions_of: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help="Read the inputs as guides to the missions of that state (ISO alpha-3), one host a guide, "
            "named by its title: prose, or lists of heads of mission.",
        ),
    ] = None,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
) -> None:
    """List the state of relations between actors that the reports tell of, each row with its evidence."""
    from accord.ledger import Ledger, table
    from accord.output import check, write

    check(output)
    suffix = output.suffix if output else ".csv"
    render = table(suffix) if suffix.lower() != ".html" else _ledger_page()
    days = [_day(day, option) for day, option in ((on, "--on"), (known, "--known"))]
    run = _run(pipeline, max_bytes, workers, [output])
    if missions_of is None:
        book = Ledger().post_all(run.dossiers(inputs))
    else:
        book = Ledger().post_missions(_histories(run.readings(inputs), missions_of), known=days[1])
    write(output, [render(book.view(on=days[0], known=days[1]))])
    run.finish()


def _ledger_page() -> Callable[[Sequence[LedgerEntry]], bytes]:
    from accord.present.ledger_page import render_ledger

    return render_ledger


def _histories(readings: Iterable[Reading], sender: str) -> Iterator[History]:
    """The missions of `sender` that guides tell of, host by host."""
    from accord.ledger.missions.guides import by_host
    from accord.ledger.missions.history import MissionReader

    reader = MissionReader.load()
    for host, of_host in by_host(readings).items():
        yield reader.history(of_host, host, sender)


def _run(pipeline: str, max_bytes: int, workers: int, outputs: Iterable[Path | None]) -> Run:
    """A run that does not read its own outputs, where an earlier run left them in a folder of inputs."""
    left_out = tuple(str(path) for path in outputs if path is not None)
    return Run(Settings(pipeline=pipeline, max_bytes=max_bytes, workers=workers, left_out=left_out))


def _targets(outputs: list[Path]) -> list[Path | None]:
    targets: list[Path | None] = []
    for path in outputs:
        if path.is_dir():
            targets.extend(path / f"dossier{suffix}" for suffix in (".html", ".md", ".json"))
        else:
            targets.append(path)
    return targets or [None]


def _day(text: str | None, option: str) -> str | None:
    from datetime import date

    if text is not None:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise AccordError(f"{option} {text!r} is not a day; write it as YYYY-MM-DD") from None
    return None


def main() -> None:
    """Run the command line."""
    use_one_thread()
    logging.basicConfig(level=logging.CRITICAL)
    # Being told to end is no reason to leave half a file or a worker process behind.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        app()
    except AccordError as error:
        tell(str(error))
        raise SystemExit(EXIT_COULD_NOT_RUN) from None
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        tell(
            f"this is a fault in Accord ({_named(error)}); "
            "please report it with what it says under PYTHONDEVMODE=1"
        )
        raise SystemExit(EXIT_COULD_NOT_RUN) from None
