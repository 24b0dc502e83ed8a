"""Opening a database: what it is, whether it is sound and of this version, and how it is spoken to."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from accord.errors import AccordError
from accord.store.rows import DamageError

HEAD = "0004"
"""The newest step of the migrations that this version knows."""

_APPLICATION = 0x41636364  # "Accd", in the header of the file
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_PATIENCE_MS = 60_000
# What is committed has reached the disk, also when the power fails.
_SYNCHRONOUS = "FULL"
_OUR_TABLES = {"texts", "copies", "readings"}


_DAMAGED = (
    "is damaged; `accord check` tells what, `accord repair` makes again what can be, "
    "or put back a copy of it (accord backup makes one)"
)


def connect(place: str) -> Engine:
    """The database at `place`, a file or a URL, with its tables as this version wants them.

    Raises:
        AccordError: it is no store, is damaged, or was written by a newer version.
    """
    if not place.strip() or place == ":memory:" or place.startswith("file:"):
        raise AccordError(f"{place!r} is no name of a store; give a file, or postgresql://user@host/database")
    with explained(place):
        engine = _sqlite(Path(place)) if "://" not in place else _server(place)
        try:
            _migrate(engine, place)
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what a database says into what it means for who runs the command."""
    try:
        yield
    except DamageError as error:
        raise AccordError(f"the store {shown(place)} {_DAMAGED}") from error
    except (DBAPIError, sqlite3.Error) as error:
        raise AccordError(
            f"the store {shown(place)} {_meaning(str(getattr(error, 'orig', error)))}"
        ) from error


def shown(place: str) -> str:
    """A place without the password in it."""
    if "://" not in place:
        return place
    head, _, rest = place.partition("://")
    return f"{head}://{rest.rpartition('@')[2]}"


def _meaning(said: str) -> str:
    first = said.strip().splitlines()[0] if said.strip() else "an error without a message"
    known = {
        "disk is full": "could not be written: the disk is full; make room and run the same command again, "
        "nothing that was added before is lost",
        "is locked": "is locked by another program; end it or wait, then run the same command again",
        "readonly": "may not be written; give yourself permission, or name another with --store",
        "malformed": _DAMAGED,
        "decode to UTF-8": _DAMAGED,
        "not a database": "is no database; name another file with --store",
        "unable to open": "cannot be opened; check that its folder exists and may be written",
        "disk I/O error": "could not be read or written: the disk failed or is full",
        "connection": "cannot be reached; check that the server runs and that the URL is right",
    }
    for words, meaning in known.items():
        if words in said:
            return f"{meaning} ({first})"
    return f"could not be used ({first})"


def _sqlite(path: Path) -> Engine:
    _check_file(path)
    # The name goes past the URL, which would take "?" and "#" in it for its own; no pool, since a
    # connection must not outlive what it was opened for.
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            _name(path), isolation_level=None, timeout=_PATIENCE_MS / 1000, uri=True
        ),
        poolclass=NullPool,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver would begin late, and not at all before a change of tables.
        kind = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine


def _name(path: Path) -> str:
    """The file for SQLite, which is told where it may only be read: it would make files beside it."""
    name = path.absolute().as_uri()
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return name
    log = Path(f"{path}-wal")
    # Without a log nobody is writing, and what nobody writes needs no file of locks.
    is_still = not log.exists() or not log.stat().st_size
    return f"{name}?mode=ro{'&immutable=1' if is_still else ''}"


def _check_file(path: Path) -> None:
    """Look at the header before SQLite does: it would take a foreign file for a broken database."""
    try:
        if not path.exists():
            if not path.parent.is_dir():
                raise AccordError(f"there is no folder {path.parent} for the store; make it first")
            return
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
        log = Path(f"{path}-wal")
        is_logged = log.exists() and log.stat().st_size > 0
    except OSError as error:
        raise AccordError(
            f"the store {path} cannot be read: {error.strerror}; name another with --store"
        ) from error
    if not header and is_logged:
        return
    if not header:
        raise AccordError(
            f"the store {path} is empty: it was cut to nothing, or never was one; "
            "put back a copy of it, or remove the file to begin anew"
        )
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES:
        raise AccordError(f"{path} is no store of Accord; name another file with --store")
    pages = int.from_bytes(header[28:32], "big")
    page = int.from_bytes(header[16:18], "big")
    in_use = header[24:28] == header[92:96]
    # What a full disk kept from being carried over is still in the log, and SQLite takes it from there.
    if in_use and not is_logged and size < pages * (65536 if page == 1 else page):
        raise AccordError(
            f"the store {path} is cut short ({size} bytes of {pages * page}); put back a copy of it"
        )


def copy_database(engine: Engine, place: str, target: Path) -> None:
    """Copy a database in a file to another file, whole, also while it is written to.

    Raises:
        AccordError: it is no file, there is something at `target`, or that cannot be written.
    """
    if engine.dialect.name != "sqlite":
        raise AccordError(f"the store {shown(place)} is on a server; copy it with pg_dump")
    if target.exists():
        raise AccordError(f"there is something at {target} already; name another file for the copy")
    partial = target.with_name(f".{target.name}.partial")
    try:
        with explained(place), engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            with closing(sqlite3.connect(partial)) as copy:
                source.backup(copy)
        partial.replace(target)
    except OSError as error:
        raise AccordError(f"{target} cannot be written: {error.strerror}; name another file") from error
    finally:
        partial.unlink(missing_ok=True)


def _server(url: str) -> Engine:
    scheme, _, rest = url.partition("://")
    if scheme not in {"postgres", "postgresql", "postgresql+psycopg"}:
        raise AccordError(f"{shown(url)!r} names no store; give a file, or postgresql://user@host/database")
    try:
        return create_engine(
            f"postgresql+psycopg://{rest}", poolclass=NullPool, isolation_level="REPEATABLE READ"
        )
    except ModuleNotFoundError as error:
        raise AccordError(
            f"the store {shown(url)} needs the package {error.name!r}; install accord[postgresql]"
        ) from error
    except (ArgumentError, ValueError) as error:
        raise AccordError(f"{shown(url)!r} is no address of a database") from error


def _migrate(engine: Engine, place: str) -> None:
    with engine.connect() as connection:
        version = _version(connection, place)
        connection.rollback()
        if version == HEAD:
            return
        if engine.dialect.name == "sqlite":
            # Readers do not wait for writers; it stays with the file, and cannot be set in a transaction.
            connection.connection.cursor().execute("PRAGMA journal_mode = WAL").fetchone()
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _APPLICATION})
        if _version(connection, place) == HEAD:
            return
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _version(connection: Connection, place: str) -> str | None:
    """The step that the tables are at; None for an empty database."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables or not tables >= _OUR_TABLES:
        if tables:
            raise AccordError(f"{shown(place)} holds other tables and is no store of Accord; name another")
        return None
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if mark != _APPLICATION:
            raise AccordError(f"{shown(place)} is a database of another program; name another file")
    version = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if version > HEAD:
        raise AccordError(
            f"the store {shown(place)} was written by a newer version of Accord "
            f"(its tables are at step {version}, this version knows {HEAD}); install the newer version"
        )
    return version
