"""Rows as they hold at a time, how they are appended and retracted, and the records packed into them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, or_, select, update

from accord.store.schema import queue

T = TypeVar("T")


class DamageError(Exception):
    """What is stored is not what was stored."""


Clock = Callable[[], datetime]

# Fewer than the variables that a statement may have.
_AT_ONCE = 500

_LEVEL = 6


def utc_now() -> datetime:
    """The time it is."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A time as the database keeps it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def day_after(day: str) -> str:
    """The stamp at which the day `day` is over."""
    last = date.fromisoformat(day)
    if last == date.max:
        return f"{last}T24"
    return f"{last + timedelta(days=1)}T00:00:00.000000Z"


def holds(table: Table, until: str | None = None) -> ColumnElement[bool]:
    """Rows that were recorded and not retracted before the stamp `until`; None: that hold now."""
    if until is None:
        return table.c.retracted.is_(None)
    return and_(table.c.recorded < until, or_(table.c.retracted.is_(None), table.c.retracted >= until))


def parts(items: Iterable[T], size: int = _AT_ONCE) -> Iterator[list[T]]:
    """`items` in lists that one statement can take."""
    source = iter(items)
    while part := list(islice(source, size)):
        yield part


def append(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows."""
    for part in parts(rows):
        connection.execute(insert(table), [clean_row(row) for row in part])


def clean(text: str) -> str:
    """A text for a column of texts: not every database takes a zero or half a character there."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def clean_row(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose texts every database takes."""
    return {name: clean(value) if isinstance(value, str) else value for name, value in row.items()}


def retract(connection: Connection, table: Table, keys: Iterable[int], now: str, **more: str) -> None:
    """Mark rows as holding no longer."""
    for part in parts(keys):
        where = and_(table.c.key.in_(part), table.c.retracted.is_(None))
        connection.execute(update(table).where(where).values(retracted=now, **more))


def enqueue(connection: Connection, task: str, names: Iterable[object]) -> None:
    """Note what is to be done; what is noted already stays."""
    wanted = sorted({str(name) for name in names})
    for part in parts(wanted):
        there = set(
            connection.execute(
                select(queue.c.name).where(queue.c.task == task, queue.c.name.in_(part))
            ).scalars()
        )
        append(connection, queue, [{"task": task, "name": name} for name in part if name not in there])


def queued(connection: Connection, task: str, most: int | None = None) -> list[str]:
    """What is to be done, as noted, the oldest first."""
    return list(
        connection.execute(
            select(queue.c.name).where(queue.c.task == task).order_by(queue.c.key).limit(most)
        ).scalars()
    )


def done(connection: Connection, task: str, names: Iterable[object]) -> None:
    """Note that it has been done."""
    for part in parts([str(name) for name in names]):
        connection.execute(delete(queue).where(queue.c.task == task, queue.c.name.in_(part)))


def pack(record: Any) -> bytes:
    """The bytes of a record; the same for equal records."""
    return zlib.compress(msgspec.msgpack.encode(record), _LEVEL)


def unpack(data: bytes, shape: type[T]) -> T:
    """The record of such bytes.

    Raises:
        DamageError: they are not what was stored; what is compressed ends in a checksum.
    """
    try:
        return msgspec.msgpack.decode(zlib.decompress(data), type=shape)
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DamageError from error
