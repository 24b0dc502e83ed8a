"""Whether a store is whole: its file, its rows as they were when written, its index against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, Table, select
from sqlalchemy.exc import DBAPIError

from accord.intake.report_draft import ReportDraft
from accord.records import Dossier, Reading
from accord.store.dossier_updates import held_passages, wanted_passages
from accord.store.index import read_sketches
from accord.store.reports import unpack_text
from accord.store.rows import DamageError, clean, holds, unpack
from accord.store.schema import copies, dossiers, members, readings, texts

Kind = str
"""What of a store is damaged: "file", "text", "copy", "reading", "dossier", "passages" or "index"."""


class Damage(Struct, frozen=True):
    """What is damaged: the `key` of its row, its text or its story; `holds` where it still counts."""

    kind: Kind
    what: str
    key: int = 0
    text: int = 0
    story: str = ""
    holds: bool = True


def damages(connection: Connection) -> Iterator[Damage]:
    """All that is damaged in a store."""
    yield from _of_file(connection)
    yield from _of_texts(connection)
    yield from _of_rows(connection, copies, "copy", _unpacked_copy)
    yield from _of_rows(connection, readings, "reading", lambda row: unpack(row.body, Reading))
    yield from _of_rows(connection, dossiers, "dossier", _unpacked_dossier)
    yield from _of_index(connection)


def _of_file(connection: Connection) -> Iterator[Damage]:
    if connection.dialect.name != "sqlite":
        return
    try:
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
            if said != "ok":
                yield Damage("file", str(said))
        for table, key, other, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            yield Damage("file", f"a row of {table} ({key}) is of one of {other} that is not there")
    except DBAPIError as error:
        yield Damage("file", str(error.orig))


def _of_texts(connection: Connection) -> Iterator[Damage]:
    for row in _rows(connection, texts):
        try:
            digest = sha256(unpack_text(row.body).encode()).hexdigest()
        except DamageError:
            digest = ""
        if digest != row.sha256:
            yield Damage("text", f"the text {row.key} is not what it was", row.key, row.key)


def _of_rows(
    connection: Connection, table: Table, kind: Kind, read: Callable[[Row[Any]], object]
) -> Iterator[Damage]:
    for row in _rows(connection, table):
        try:
            read(row)
        except DamageError:
            named = row.story if table is dossiers else f"of text {row.text_key}"
            yield Damage(
                kind,
                f"the {kind} {named} is not what it was",
                row.key,
                0 if table is dossiers else row.text_key,
                row.story if table is dossiers else "",
                row.retracted is None,
            )


def _unpacked_copy(row: Row[Any]) -> None:
    draft = unpack(row.body, ReportDraft)
    if (clean(draft.id), draft.url and clean(draft.url)) != (row.id, row.url):
        raise DamageError


def _unpacked_dossier(row: Row[Any]) -> None:
    dossier, _ = unpack(row.body, tuple[Dossier, list[int]])
    if row.relations is not None:
        unpack(row.relations, Dossier)
    if clean(dossier.title) != row.title:
        raise DamageError


def _of_index(connection: Connection) -> Iterator[Damage]:
    """What does not hold what the records tell; where those are damaged, that has been said."""
    try:
        for _ in read_sketches(connection):
            pass
    except DamageError:
        yield Damage("index", "what stories are found by is not what it was")
    stories = select(members.c.story).where(holds(members)).distinct().order_by(members.c.story)
    for story in connection.execute(stories).scalars().all():
        try:
            wanted = wanted_passages(connection, story)
        except DamageError:
            continue
        if wanted is not None and Counter(wanted) != Counter(held_passages(connection, story).values()):
            yield Damage("passages", f"what is searched of {story} is not what it tells", story=story)


def _rows(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """The rows of a table, a few at a time; one that cannot be read at all is left to the file's check."""
    keys = connection.execute(select(table.c.key).order_by(table.c.key)).scalars().all()
    for key in keys:
        row = connection.execute(select(table).where(table.c.key == key)).first()
        if row is not None:
            yield row
