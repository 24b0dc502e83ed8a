"""Vectors of meaning that were made when a story was told last, so that none is made twice.

A story has one row, which is written anew when other texts of it were asked for, and goes with the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy
from sqlalchemy import Connection, delete, insert, select

from accord.grouping.meaning.encoder import DIMENSIONS, STEPS, Vectors
from accord.grouping.meaning.sentence_meaning import KEY_BYTES, SentenceMeaning
from accord.store.schema import vectors

# Steps are whole numbers up to 2048 either way.
_NUMBER = "<i2"
_ROW_BYTES = KEY_BYTES + DIMENSIONS * 2


@contextmanager
def remembered(
    connection: Connection, story: str, basis: str, meaning: SentenceMeaning | None
) -> Iterator[None]:
    """Have `meaning` know what it made for the story before, and keep what it is asked for now.

    `basis` says what vectors are made with; those that were made with anything else are made anew.
    """
    if meaning is None:
        yield
        return
    known = _load(connection, story, basis)
    with meaning.noting(known) as noted:
        yield
    if noted.keys() != known.keys():
        _put(connection, story, basis, noted)


def forget(connection: Connection, story: str) -> None:
    """Drop what is kept of a story that is no more."""
    connection.execute(delete(vectors).where(vectors.c.story == story))


def _load(connection: Connection, story: str, basis: str) -> dict[bytes, Vectors]:
    where = (vectors.c.story == story, vectors.c.basis == basis)
    body: bytes = connection.execute(select(vectors.c.body).where(*where)).scalar() or b""
    rows = [body[at : at + _ROW_BYTES] for at in range(0, len(body), _ROW_BYTES)]
    return {
        row[:KEY_BYTES]: (numpy.frombuffer(row[KEY_BYTES:], _NUMBER) / STEPS).astype(numpy.float32)
        for row in rows
    }


def _put(connection: Connection, story: str, basis: str, found: Mapping[bytes, Vectors]) -> None:
    forget(connection, story)
    if found:
        rows = (key + numpy.rint(found[key] * STEPS).astype(_NUMBER).tobytes() for key in sorted(found))
        row = {"story": story, "basis": basis, "body": b"".join(rows)}
        connection.execute(insert(vectors), row)
