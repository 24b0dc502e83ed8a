"""The commands that read inputs, or what a store has of them: dossier, extract, stories and ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from msgspec.structs import replace

from accord import store_commands as desk
from accord.errors import AccordError
from accord.records import (
    Dossier,
    LedgerEntry,
    Reading,
    Story,
)
from accord.settings import (
    DEFAULT_PIPELINE,
    Settings,
)
from accord.store_commands import (
    DEFAULT_STORE,
    Place,
)
from accord.terminal import (
    MAX_BYTES,
    Inputs,
    Lines,
    MaxBytes,
    MaybeInputs,
    Pipeline,
    Run,
    Timed,
    Workers,
    day,
)
from accord.timings import Timings

if TYPE_CHECKING:
    from accord.grouping.stories import Tie
    from accord.guides.history import History


def dossier(
    inputs: MaybeInputs = None,
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
    story: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A story of the store, instead of inputs.", rich_help_panel="Store"),
    ] = None,
    store: Place = DEFAULT_STORE,
    known: desk.Known = None,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
    timed: Timed = False,
) -> None:
    """Reconcile the reports of each story into one cited dossier: page, Markdown or JSON."""
    from accord.output import (
        check,
        write,
    )
    from accord.present import renderer

    targets = _targets(output or [])
    for target in targets:
        check(target)
    renderers = [(path, renderer(path.suffix if path else ".md")) for path in targets]
    run = _run(pipeline, max_bytes, workers, targets, timed)
    done: tuple[Dossier, ...]
    if story:
        if inputs:
            raise AccordError("give INPUT, or --story and a store, not both")
        with desk.viewed(store, known) as view:
            done = tuple(view.dossier(id) for id in story)
    elif inputs:
        done = run.dossiers(inputs)
    else:
        raise AccordError("nothing to tell; name an INPUT, or a story of a store with --story")
    for path, render in renderers:
        write(path, [render(done, run.problems)])
    run.finish()


def _by_id(reading: Reading) -> Iterator[Reading]:
    """The Reading under each id that its text was given."""
    for id in reading.ids:
        yield replace(reading, id=id, other_ids=tuple(other for other in reading.ids if other != id))


def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where the Readings go (JSONL).")
    ] = None,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
    timed: Timed = False,
) -> None:
    """Read all there is in each report: one Reading a line, as JSON."""
    from accord.output import write

    run = _run(pipeline, max_bytes, workers, [output], timed)
    rows = (row for reading in run.readings(inputs) for row in _by_id(reading))
    write(output, (msgspec.json.encode(row) + b"\n" for row in rows))
    run.finish()


def stories(
    inputs: MaybeInputs = None,
    output: Lines = None,
    why: Annotated[
        bool,
        typer.Option("--why", help="Also tell the report that each is most alike, and the terms they share."),
    ] = False,
    store: Place = DEFAULT_STORE,
    known: desk.Known = None,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
    timed: Timed = False,
) -> None:
    """Tell which reports are of the same happening: one line a report, with its story.

    Without INPUT, the reports are those of the store.
    """
    from accord.grouping.stories import ties
    from accord.output import (
        check,
        write,
    )

    check(output)
    run = _run(pipeline, max_bytes, workers, [output], timed)
    if inputs:
        if known is not None:
            raise AccordError("--known asks a store; leave INPUT out")
        found = run.stories(inputs)
        rows = _story_rows(found, ties(found) if why else ())
    else:
        with desk.viewed(store, known) as view:
            each = ((story, view.ties(story) if why else ()) for story in view.told_stories())
            rows = [row for story, tied in each for row in _story_rows([story], tied)]
    write(output, (msgspec.json.encode(row) + b"\n" for row in sorted(rows, key=itemgetter("id", "story"))))
    run.finish()


def _story_rows(found: Iterable[Story], tied: Iterable[Tie]) -> list[dict[str, object]]:
    """A line for each id that a report has."""
    why = {tie.report: tie for tie in tied}
    rows: list[dict[str, object]] = []
    for story in found:
        for reading in story.readings:
            more: dict[str, object] = {}
            if (tie := why.get(reading.id)) is not None:
                more = {"like": tie.other, "likeness": round(tie.likeness, 3), "terms": tie.terms}
            rows.extend({"id": id, "story": story.id, **more} for id in reading.ids)
    return rows


def ledger(
    inputs: MaybeInputs = None,
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
    store: Place = DEFAULT_STORE,
    pipeline: Pipeline = DEFAULT_PIPELINE,
    max_bytes: MaxBytes = MAX_BYTES,
    workers: Workers = 0,
    timed: Timed = False,
) -> None:
    """List the state of relations between actors that the reports tell of, each row with its evidence.

    Without INPUT, the reports are those of the store, and --known is what it knew on that day.
    """
    from accord.ledger.ledger import Ledger
    from accord.ledger.tables import table
    from accord.output import (
        check,
        write,
    )

    check(output)
    suffix = output.suffix if output else ".csv"
    render = table(suffix) if suffix.lower() != ".html" else None
    days = [day(text, option) for text, option in ((on, "--on"), (known, "--known"))]
    run = _run(pipeline, max_bytes, workers, [output], timed)
    if inputs and missions_of is not None:
        book = Ledger().post_missions(_histories(run.readings(inputs), missions_of), known=days[1])
        entries = book.view(on=days[0], known=days[1])
    elif inputs:
        entries = Ledger().post_all(run.dossiers(inputs)).view(on=days[0], known=days[1])
    elif missions_of is not None:
        raise AccordError("nothing to read; name the guides as INPUT, or leave --missions-of out")
    else:
        with desk.viewed(store, known) as view:
            entries = view.ledger().view(on=days[0])
    write(output, [render(entries) if render is not None else _ledger_page(entries, days[0])])
    run.finish()


def _ledger_page(entries: Sequence[LedgerEntry], on: str | None) -> bytes:
    from accord.present.html.ledger_page import render_ledger

    return render_ledger(entries, on)


def _histories(readings: Iterable[Reading], sender: str) -> Iterator[History]:
    """The missions of `sender` that guides tell of, host by host."""
    from accord.guides.history import (
        MissionReader,
        by_host,
    )

    reader = MissionReader.load()
    for host, of_host in by_host(readings).items():
        yield reader.history(of_host, host, sender)


def _run(pipeline: str, max_bytes: int, workers: int, outputs: Iterable[Path | None], timed: bool) -> Run:
    """A run that does not read its own outputs, where an earlier run left them in a folder of inputs."""
    left_out = tuple(str(path) for path in outputs if path is not None)
    settings = Settings(pipeline=pipeline, max_bytes=max_bytes, workers=workers, left_out=left_out)
    return Run(settings, Timings() if timed else None)


def _targets(outputs: list[Path]) -> list[Path | None]:
    targets: list[Path | None] = []
    for path in outputs:
        if path.is_dir():
            targets.extend(path / f"dossier{suffix}" for suffix in (".html", ".md", ".json"))
        else:
            targets.append(path)
    return targets or [None]
