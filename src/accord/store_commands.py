"""The commands that work with a store: what comes in is added, and what is known is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accord.errors import AccordError
from accord.options import DEFAULT_STORE, Known, Lines, MaybeInputs, StorePlace, leaving_out, with_settings
from accord.records import Problem
from accord.settings import Settings
from accord.terminal import CommandRun, day, tell

if TYPE_CHECKING:
    from accord.store.store import Store
    from accord.store.view import View
    from accord.store.writer import Done


@with_settings
def add(
    inputs: MaybeInputs = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try again what was set aside (see accord problems).")
    ] = False,
    store: StorePlace = DEFAULT_STORE,
    *,
    settings: Settings,
) -> None:
    """Add reports to a store: only what they change is read, grouped and reconciled."""
    if not inputs and not retry:
        raise AccordError("nothing to add; name an INPUT, or give --retry")
    run = CommandRun(leaving_out(settings, (f"{store}{end}" for end in ("", "-wal", "-shm", ".lock"))))
    with opened(store, new=True) as place:
        done = place.add(inputs or [], run.settings, run.keep, retry)
    run.used = done.added
    _tell_done(done)
    run.finish(nothing="nothing else was new")


@with_settings
def watch(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(metavar="FEED", help="Addresses or files of RSS or Atom feeds.", show_default=False),
    ] = None,
    list_: Annotated[
        Path | None, typer.Option("--list", metavar="FILE", help="A file of feeds, one a line.")
    ] = None,
    every: Annotated[
        float | None,
        typer.Option(metavar="MINUTES", min=1, help="Ask again and again, until interrupted; else once."),
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="Read the page behind each entry instead of its summary.")
    ] = False,
    store: StorePlace = DEFAULT_STORE,
    *,
    settings: Settings,
) -> None:
    """Add what is new in feeds to a store; servers are asked only for what has changed."""
    import time

    from accord.intake.fetch import Limits
    from accord.store.feed_reader import Following
    from accord.store.watching import watch as follow

    named = _feeds(feeds or [], list_)
    how = Following(settings=settings, limits=Limits(max_bytes=settings.max_bytes), pages=pages)
    with opened(store, new=True) as place:
        while True:
            run = CommandRun(settings)
            done = follow(place, named, how, run.keep)
            run.used = done.added
            _tell_done(done)
            if every is None:
                break
            time.sleep(every * 60)
    run.finish(nothing="nothing else was new")


def _feeds(named: list[str], list_: Path | None) -> list[str]:
    """The feeds that are named, and those in a file, each once.

    Raises:
        AccordError: there is none, or the file cannot be read.
    """
    from accord.intake.report_draft import InputError
    from accord.store.watching import read_list

    try:
        listed = read_list(list_) if list_ is not None else []
    except InputError as error:
        raise AccordError(f"{list_}: {error.reason}; {error.advice}") from error
    if not named and not listed:
        raise AccordError("no feed to follow; name a FEED, or a file of them with --list")
    return list(dict.fromkeys([*named, *listed]))


@with_settings
def withdraw(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="The id of a report.", show_default=False)],
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason, kept with the report.")] = "",
    store: StorePlace = DEFAULT_STORE,
    *,
    settings: Settings,
) -> None:
    """Take reports back that their outlet withdrew: they stay in the store, but tell nothing any more."""
    run = CommandRun(settings)
    with opened(store) as place, place.writer() as writer:
        for id in ids:
            if not writer.withdraw(id, why):
                run.keep(Problem(id, "the store has no such report", "see accord search for ids"))
            else:
                run.used += 1
        writer.settle(settings, run.keep)
    run.finish()


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help='All of them; "words in quotes" next to each other.'),
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="report, claim or statement.")] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="An actor's identifier (RUS) or name.")
    ] = None,
    act: Annotated[
        str | None, typer.Option(metavar="ACT", help="A diplomatic act or a PLOVER event type.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="OUTLET", help="Who published it.")] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Published on that day or later.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Published on that day or before.")
    ] = None,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="So many at most.")] = 20,
    output: Lines = None,
    store: StorePlace = DEFAULT_STORE,
    known: Known = None,
) -> None:
    """Find reports, claims and statements in a store: one a line, the latest first."""
    from accord.output import json_line, write
    from accord.store.searching import Query

    _check_kind(kind)
    query = Query(
        words=" ".join(_quoted(word) for word in words or []),
        kind=kind,
        actor=actor,
        act=act,
        source=source,
        first=day(first, "--from"),
        last=day(last, "--to"),
        most=most,
    )
    with viewed(store, known) as view:
        hits = view.search(query)
    write(output, (json_line(hit) for hit in hits))


def _check_kind(kind: str | None) -> None:
    from accord.store.searching import KINDS

    if kind is not None and kind not in KINDS:
        raise AccordError(f"--kind {kind!r} is none of {', '.join(KINDS)}")


def problems(output: Lines = None, store: StorePlace = DEFAULT_STORE, known: Known = None) -> None:
    """List what a store set aside, with the reason: one a line. `accord add --retry` tries again."""
    from accord.output import json_line, write

    with viewed(store, known) as view:
        found = view.problems()
    write(output, (json_line(problem) for problem in found))


def changes(
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="Those that one story had a part in.")
    ] = None,
    output: Lines = None,
    store: StorePlace = DEFAULT_STORE,
    known: Known = None,
) -> None:
    """List which stories of a store were merged, split or renamed: one change a line, the oldest first."""
    from accord.output import json_line, write

    with viewed(store, known) as view:
        found = view.changes(story)
    write(output, (json_line(change) for change in found))


@contextmanager
def opened(place: str, new: bool = False) -> Iterator[Store]:
    """The store at `place`; it is made only where `new` says that it may be."""
    from accord.store.store import open_store

    if not new and "://" not in place and not Path(place).exists():
        raise AccordError(
            f"there is no store {place}; make one with accord add INPUT..., or name another with --store"
        )
    store = open_store(place)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def viewed(place: str, known: str | None = None) -> Iterator[View]:
    """A view of the store at `place`."""
    known = day(known, "--known")
    with opened(place) as store, store.view(known) as view:
        yield view


def _quoted(word: str) -> str:
    """Words that came in one argument stand next to each other."""
    return f'"{word}"' if " " in word.strip() and '"' not in word else word


def _tell_done(done: Done) -> None:
    counts = (_count(done.added, "text"), _count(done.read, "report"))
    stories = f"{done.told} {'story' if done.told == 1 else 'stories'}"
    tell(f"{counts[0]} added, {counts[1]} read, {stories} told")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
