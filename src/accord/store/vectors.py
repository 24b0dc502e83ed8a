"""Vectors of meaning that were made when a story was told last, so that none is made twice.

A story has one row, which is written anew when other texts of it were asked for, and goes with the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy
from sqlalchemy import Connection, delete, insert, select

from accord.grouping.meaning.encoder import PIECE_DIMENSIONS, STEPS
from accord.grouping.meaning.sentence_meaning import KEY_BYTES, Kept, SentenceMeaning
from accord.store.schema import vectors

# Steps are whole numbers up to 2048 either way.
_NUMBER = "<i2"
# How many bytes a row has behind its key and this.
_LENGTH_BYTES = 4
# The first bit of that tells pieces from a vector.
_OF_PIECES = 1 << 31


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


def _load(connection: Connection, story: str, basis: str) -> dict[bytes, Kept]:
    where = (vectors.c.story == story, vectors.c.basis == basis)
    body: bytes = connection.execute(select(vectors.c.body).where(*where)).scalar() or b""
    found: dict[bytes, Kept] = {}
    at = 0
    while at < len(body):
        start = at + KEY_BYTES + _LENGTH_BYTES
        length = int.from_bytes(body[at + KEY_BYTES : start], "little")
        end = start + (length & ~_OF_PIECES)
        found[body[at : at + KEY_BYTES]] = _unpacked(body[start:end], bool(length & _OF_PIECES))
        at = end
    return found


def _put(connection: Connection, story: str, basis: str, found: Mapping[bytes, Kept]) -> None:
    forget(connection, story)
    if found:
        rows = (key + _packed(found[key]) for key in sorted(found))
        row = {"story": story, "basis": basis, "body": b"".join(rows)}
        connection.execute(insert(vectors), row)


def _packed(kept: Kept) -> bytes:
    of_pieces = kept.dtype == numpy.int8
    body: bytes = kept.tobytes() if of_pieces else numpy.rint(kept * STEPS).astype(_NUMBER).tobytes()
    return (len(body) | (_OF_PIECES if of_pieces else 0)).to_bytes(_LENGTH_BYTES, "little") + body


def _unpacked(row: bytes, of_pieces: bool) -> Kept:
    if of_pieces:
        return numpy.frombuffer(row, numpy.int8).reshape(-1, PIECE_DIMENSIONS)
    return (numpy.frombuffer(row, _NUMBER) / STEPS).astype(numpy.float32)
