"""One writer at a time: a second one waits for the first, and the lock of one that was killed is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, text

from accord.errors import AccordError

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
