"""A store: a database that gives one writer and any number of views."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from accord.store.database import connect, explained
from accord.store.lock import writing
from accord.store.rows import Clock, utc_now
from accord.store.view import View
from accord.store.writer import Writer


class Store:
    """A database of reports, at a file or a URL."""

    def __init__(self, engine: Engine, place: str, clock: Clock = utc_now) -> None:
        self._engine, self._place, self._clock = engine, place, clock

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """The one writer; a second one waits until the first is done."""
        with (
            explained(self._place),
            self._engine.connect().execution_options(writes=True) as connection,
            writing(connection, self._place),
        ):
            yield Writer(connection, self._place, self._clock)

    @contextmanager
    def view(self, known: str | None = None) -> Iterator[View]:
        """What the store holds now, or was known when the day `known` ended; it does not change."""
        with explained(self._place), self._engine.connect() as connection, connection.begin():
            yield View(connection, known)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(place: str, clock: Clock = utc_now) -> Store:
    """Open the store at `place`, a file or a URL; one that is not there is made.

    Raises:
        AccordError: it is no store, is damaged, or was written by a newer version.
    """
    return Store(connect(place), place, clock)
