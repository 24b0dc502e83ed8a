"""One writer at a time: a second one waits for the first, and the lock of one that was killed is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from accord.errors import AccordError

_KEY = 0x41636365


@contextmanager
def writing(engine: Engine, place: str) -> Iterator[None]:
    """Hold the store for one writer."""
    held = _server_lock(engine) if engine.dialect.name == "postgresql" else _file_lock(place)
    with held:
        yield


@contextmanager
def _server_lock(engine: Engine) -> Iterator[None]:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _KEY})
        # The lock ends with the connection.
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
