"""A store in each of the databases, and an extractor that needs no pipeline."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection

from accord.intake.report_draft import ReportDraft
from accord.records import Problem, Reading, Report
from accord.settings import Settings
from accord.store import database
from accord.store import writer as writer_module
from accord.store.store import Store, open_store
from accord.store.writer import Done
from readings import ReadingBuilder

SERVER = os.environ.get("ACCORD_TEST_POSTGRESQL")
FAULT = "makes a stage raise"

Add = Callable[..., Done]
"""Adds drafts, and gives what changed."""


class Clock:
    """A clock that goes on by a second whenever it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def next_day(self) -> None:
        self.now += timedelta(days=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a store can be made, in each of the databases."""
    if request.param == "sqlite":
        yield str(tmp_path / "accord.db")
        return
    if SERVER is None:
        pytest.skip("no PostgreSQL server: set ACCORD_TEST_POSTGRESQL to its URL")
    import psycopg

    name = f"accord_{uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        # By hand: a URL without a host loses its slashes when it is put together again.
        head, _, query = SERVER.partition("?")
        yield f"{head.rpartition('/')[0]}/{name}{'?' if query else ''}{query}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store(place: str, clock: Clock) -> Iterator[Store]:
    opened = open_store(place, clock)
    yield opened
    opened.close()


@pytest.fixture
def connection(place: str) -> Iterator[Connection]:
    """A transaction that writes to the tables of an empty store."""
    engine = database.connect(place)
    with engine.connect().execution_options(writes=True) as opened, opened.begin():
        yield opened
    engine.dispose()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are read without a pipeline: sentences and their words, and one actor.

    Nothing waits for the disk: a process that is killed loses nothing by it, only a power cut would.
    """
    monkeypatch.setattr(writer_module, "run", read_quickly)
    monkeypatch.setattr(database, "_SYNCHRONOUS", "OFF")


def read_quickly(reports: Iterable[Report], settings: Settings) -> Iterator[Reading | Problem]:
    for report in reports:
        if FAULT in report.text and settings.pipeline != "mended":
            yield Problem(report.id, "extraction failed: ZeroDivisionError", "report it")
            continue
        builder = ReadingBuilder(
            report.id, report.text, source=report.source, title=report.title, published=report.published
        )
        if "Norway" in report.text:
            norway = builder.actor("Norway", "NOR")
            if "recognised" in report.text and "Chile" in report.text:
                builder.event(
                    "recognised",
                    "recognise-state",
                    actors=[norway],
                    recipients=[builder.actor("Chile", "CHL")],
                )
        yield replace(
            builder.build(), url=report.url, places=report.places, other_ids=report.other_ids,
            provenance=report.provenance,
        )  # fmt: skip


@pytest.fixture
def add(store: Store) -> Add:
    """`add(draft, ...)` adds drafts, and gives what changed."""

    def add_drafts(
        *drafts: ReportDraft | Problem, settings: Settings | None = None, retry: bool = False
    ) -> Done:
        with store.writer() as writer:
            new = writer.receive(drafts, lambda problem: None)
            if retry:
                writer.retry()
            done = writer.settle(settings or Settings(), lambda problem: None)
        return replace(done, added=new)

    return add_drafts


def draft(id: str, text: str, **told: str | None) -> ReportDraft:
    return ReportDraft(id=id, text=text, place=told.pop("place", None) or f"{id}.jsonl line 1", **told)  # type: ignore[arg-type]
