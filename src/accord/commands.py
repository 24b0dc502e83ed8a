"""The commands that read inputs, or what a store has of them: dossier, extract, stories and ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from accord.errors import AccordError
from accord.options import (
    DEFAULT_STORE,
    Inputs,
    Known,
    Lines,
    MaybeInputs,
    StorePlace,
    Timed,
    leaving_out,
    with_settings,
)
from accord.records import Dossier, LedgerEntry, Reading, Story
from accord.settings import Settings
from accord.store_commands import viewed
from accord.terminal import CommandRun, day, width
from accord.timings import Timings

if TYPE_CHECKING:
    from accord.grouping.stories import Tie
    from accord.ledger.ledger import Ledger


@with_settings
def dossier(
    inputs: MaybeInputs = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="A page (.html), Markdown (.md) or data (.json), by its ending; may be given several times. "
            "A folder gets all three. Without it, a terminal shows the first screen of each story, "
            "and a pipe gets Markdown.",
        ),
    ] = None,
    story: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A story of the store, instead of inputs.", rich_help_panel="Store"),
    ] = None,
    store: StorePlace = DEFAULT_STORE,
    known: Known = None,
    timed: Timed = False,
    *,
    settings: Settings,
) -> None:
    """Reconcile the reports of each story into one cited dossier: page, Markdown or JSON."""
    from accord.output import check, write
    from accord.present.renderers import renderer, screen_renderer

    targets = _targets(output or [])
    for target in targets:
        check(target)
    columns = width()
    unnamed = screen_renderer(columns) if columns else renderer(".md")
    renderers = [(path, renderer(path.suffix) if path else unnamed) for path in targets]
    run = CommandRun(leaving_out(settings, targets), Timings() if timed else None)
    if story and inputs:
        raise AccordError("give INPUT, or --story and a store, not both")
    if not story and not inputs:
        raise AccordError("nothing to tell; name an INPUT, or a story of a store with --story")
    done = run.dossiers(inputs) if inputs else _stored(store, known, story or ())
    for path, render in renderers:
        write(path, [render(done, run.problems)])
    run.finish()


def _stored(store: str, known: str | None, stories: Iterable[str]) -> tuple[Dossier, ...]:
    with viewed(store, known) as view:
        return tuple(view.dossier(id) for id in stories)


def _by_id(reading: Reading) -> Iterator[Reading]:
    """The Reading under each id that its text was given."""
    for id in reading.ids:
        yield replace(reading, id=id, other_ids=tuple(other for other in reading.ids if other != id))


@with_settings
def extract(inputs: Inputs, output: Lines = None, timed: Timed = False, *, settings: Settings) -> None:
    """Read all there is in each report: one Reading a line, as JSON."""
    from accord.output import json_line, write

    run = CommandRun(leaving_out(settings, [output]), Timings() if timed else None)
    rows = (row for reading in run.readings(inputs) for row in _by_id(reading))
    write(output, (json_line(row) for row in rows))
    run.finish()


@with_settings
def stories(
    inputs: MaybeInputs = None,
    output: Lines = None,
    why: Annotated[
        bool,
        typer.Option("--why", help="Also tell the report that each is most alike, and the terms they share."),
    ] = False,
    store: StorePlace = DEFAULT_STORE,
    known: Known = None,
    timed: Timed = False,
    *,
    settings: Settings,
) -> None:
    """Tell which reports are of the same happening: one line a report, with its story.

    Without INPUT, the reports are those of the store.
    """
    from accord.grouping.stories import Grouper, ties
    from accord.output import check, json_line, write

    check(output)
    vocabulary = settings.load_vocabulary()
    run = CommandRun(leaving_out(settings, [output]), Timings() if timed else None)
    if inputs:
        if known is not None:
            raise AccordError("--known asks a store; leave INPUT out")
        found = run.stories(inputs)
        counted = Grouper.load(vocabulary).counting(found) if why else None
        rows = _story_rows(found, ties(found, counted) if why else ())
    else:
        with viewed(store, known) as view:
            each = ((story, view.ties(story, vocabulary) if why else ()) for story in view.told_stories())
            rows = [row for story, tied in each for row in _story_rows([story], tied)]
    write(output, (json_line(row) for row in sorted(rows, key=itemgetter("id", "story"))))
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


LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="A table (.csv, the default), data (.json) or a page (.html)."
    ),
]
MissionsOf = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="Read the inputs as guides to the missions of that state (ISO alpha-3), one host a guide, "
        "named by its title: prose, or lists of heads of mission.",
    ),
]


@with_settings
def ledger(
    inputs: MaybeInputs = None,
    output: LedgerFile = None,
    on: Annotated[
        str | None, typer.Option(metavar="DAY", help="What was in force on that day (YYYY-MM-DD).")
    ] = None,
    missions_of: MissionsOf = None,
    store: StorePlace = DEFAULT_STORE,
    known: Known = None,
    timed: Timed = False,
    *,
    settings: Settings,
) -> None:
    """List the state of relations between actors that the reports tell of, each row with its evidence.

    Without INPUT, the reports are those of the store, and --known is what it knew on that day.
    """
    from accord.ledger.tables import table
    from accord.output import check, write

    check(output)
    suffix = output.suffix if output else ".csv"
    render = table(suffix) if suffix.lower() != ".html" else None
    on, known = day(on, "--on"), day(known, "--known")
    run = CommandRun(leaving_out(settings, [output]), Timings() if timed else None)
    if inputs:
        book = _posted(run, inputs) if missions_of is None else _guides(run, inputs, missions_of, known)
        entries = book.view(on=on, known=known)
    elif missions_of is not None:
        raise AccordError("nothing to read; name the guides as INPUT, or leave --missions-of out")
    else:
        entries = _held(store, known, settings, on)
    write(output, [render(entries) if render is not None else _ledger_page(entries, settings, on)])
    run.finish()


def _held(store: str, known: str | None, settings: Settings, on: str | None) -> tuple[LedgerEntry, ...]:
    """What the reports of a store tell of relations."""
    with viewed(store, known) as view:
        return view.ledger(settings.load_vocabulary()).view(on=on)


def _posted(run: CommandRun, inputs: list[str]) -> Ledger:
    """What reports tell of relations."""
    from accord.ledger.ledger import Ledger
    from accord.ledger.rules import Rules

    dossiers = run.dossiers(inputs)
    return Ledger(rules=Rules.load(run.settings.load_vocabulary())).post_all(dossiers)


def _guides(run: CommandRun, inputs: list[str], sender: str, known: str | None) -> Ledger:
    """What guides tell of the missions of `sender`."""
    from accord.guides import read_guides
    from accord.ledger.ledger import Ledger
    from accord.ledger.rules import Rules

    vocabulary = run.settings.load_vocabulary()
    with vocabulary.explained():
        found = read_guides(run.readings(inputs), sender, vocabulary)
        return Ledger(rules=Rules.load(vocabulary)).post_entries(found.entries, known=known)


def _ledger_page(entries: Sequence[LedgerEntry], settings: Settings, on: str | None) -> bytes:
    from accord.countries import Countries
    from accord.present.html.ledger_page import render_ledger

    return render_ledger(entries, Countries.load(settings.load_vocabulary()), on)


def _targets(outputs: list[Path]) -> list[Path | None]:
    targets: list[Path | None] = []
    for path in outputs:
        if path.is_dir():
            targets.extend(path / f"dossier{suffix}" for suffix in (".html", ".md", ".json"))
        else:
            targets.append(path)
    return targets or [None]
