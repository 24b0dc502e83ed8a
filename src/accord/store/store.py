"""A store: a database that gives one writer at a time and any number of views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Connection, Engine, text

from accord.errors import AccordError
from accord.intake.intake import drafts
from accord.settings import Settings
from accord.store.checking import Damage, damages
from accord.store.database import connect, copy_database, explained
from accord.store.rows import Clock, utc_now
from accord.store.view import View
from accord.store.writer import Done, OnProblem, Writer

_KEY = 0x41636365


@contextmanager
def writing(connection: Connection, place: str) -> Iterator[None]:
    """Hold the store for the one who writes over `connection`."""
    if connection.dialect.name == "postgresql":
        # It ends with the connection, so that nobody goes on writing who has lost it.
        with connection.begin():
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _KEY})
        yield
        return
    with _file_lock(place):
        yield


@contextmanager
def _file_lock(place: str) -> Iterator[None]:
    try:
        import fcntl
    except ModuleNotFoundError:  # a system without such locks: the database's own lock remains
        yield
        return
    path = Path(f"{place}.lock")
    try:
        file = path.open("a")
    except OSError as error:
        raise AccordError(f"the store {place} cannot be locked: {path}: {error.strerror}") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class Store:
    """A database of reports, at a file or a URL.

    >>> store = accord.open_store("news.db")
    >>> store.add(["examples/reports"], accord.Settings(), print)
    Done(added=6, read=6, told=1)
    """

    def __init__(self, engine: Engine, place: str, clock: Clock = utc_now) -> None:
        self._engine, self._place, self._clock = engine, place, clock

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """The one writer; a second one waits until the first is done.

        Raises:
            AccordError: the store cannot be locked or written.
        """
        with (
            explained(self._place),
            self._engine.connect().execution_options(writes=True) as connection,
            writing(connection, self._place),
        ):
            yield Writer(connection, self._place, self._clock)

    def add(
        self,
        inputs: Iterable[str | Path],
        settings: Settings,
        on_problem: OnProblem,
        retry: bool = False,
    ) -> Done:
        """Add the reports in `inputs`, and finish what an earlier run left unfinished.

        The same inputs again change nothing.  With `retry`, reports that were set aside are tried again.

        Raises:
            AccordError: the store cannot be written, or the pipeline that `settings` names cannot be used.
        """
        with self.writer() as writer:
            new = writer.receive(drafts(inputs, settings), on_problem)
            if retry:
                writer.retry()
            return replace(writer.settle(settings, on_problem), added=new)

    @contextmanager
    def view(self, known: str | None = None) -> Iterator[View]:
        """What the store holds now, or was known when the day `known` (ISO 8601) ended; it does not change.

        Raises:
            AccordError: the store cannot be read.
        """
        with explained(self._place), self._engine.connect() as connection, connection.begin():
            yield View(connection, known)

    def check(self) -> list[Damage]:
        """All that is damaged in the store; nothing where it is whole.

        Raises:
            AccordError: the store cannot be read at all.

        >>> store.check()
        []
        """
        with explained(self._place), self._engine.connect() as connection, connection.begin():
            return list(damages(connection))

    def repair(self, settings: Settings, on_problem: OnProblem) -> list[Damage]:
        """Make again what is damaged and can be made again; returns what is lost.

        Raises:
            AccordError: the store cannot be read or written.

        >>> store.repair(accord.Settings(), print)
        []
        """
        found = self.check()
        with self.writer() as writer:
            lost = writer.repair(found)
            writer.settle(settings, on_problem)
        return lost

    def backup(self, target: Path) -> None:
        """Copy the store as it is now to a file that is not there yet, also while it is written to.

        Raises:
            AccordError: it is no file, or the copy cannot be written.

        >>> from pathlib import Path
        >>> store.backup(Path("news-copy.db"))
        """
        copy_database(self._engine, self._place, target)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(place: str, clock: Clock = utc_now) -> Store:
    """Open the store at `place`, a file or a URL; one that is not there is made.

    Raises:
        AccordError: it is no store, is damaged, or was written by a newer version.

    >>> accord.open_store("news.db").close()
    """
    return Store(connect(place), place, clock)
