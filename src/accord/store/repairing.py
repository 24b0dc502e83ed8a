"""What of a damaged store can be made again is made again; what cannot is taken out, and said."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from accord.store.checking import Damage
from accord.store.rows import enqueue, holds, retract
from accord.store.schema import copies, dossiers, likenesses, readings, sketches, state, telling

WHY = "damaged"


def repair(connection: Connection, found: Iterable[Damage], now: str) -> list[Damage]:
    """Note what must be made again, and take out what cannot be; returns what is lost.

    What no longer held, and is damaged, is lost as well: nothing tells any more what it was.
    """
    lost: list[Damage] = []
    for one in found:
        if one.kind == "reading" and one.holds:
            retract(connection, readings, [one.key], now)
            enqueue(connection, "read", [one.text])
        elif one.kind == "dossier" and one.holds:
            retract(connection, dossiers, [one.key], now)
            enqueue(connection, "tell", [one.story])
        elif one.kind == "passages":
            enqueue(connection, "tell", [one.story])
        elif one.kind == "index":
            _index_anew(connection)
        else:
            lost.append(one)
            _take_out(connection, one, now)
    return lost


def _index_anew(connection: Connection) -> None:
    """Drop all that stories are found by, and note every text that was read to be placed again."""
    for table in (likenesses, telling, sketches):
        connection.execute(delete(table))
    connection.execute(delete(state).where(state.c.name == "counted"))
    held = select(readings.c.text_key).where(holds(readings))
    enqueue(connection, "place", connection.execute(held).scalars())


def _take_out(connection: Connection, one: Damage, now: str) -> None:
    if one.kind == "text":
        held = connection.execute(copies.select().where(copies.c.text_key == one.text)).all()
        retract(connection, copies, [row.key for row in held], now, why=WHY)
        enqueue(connection, "read", [one.text])
    elif one.kind == "copy" and one.holds:
        retract(connection, copies, [one.key], now, why=WHY)
        enqueue(connection, "read", [one.text])
    elif one.kind == "file" and connection.dialect.name == "sqlite":
        connection.exec_driver_sql("REINDEX")
