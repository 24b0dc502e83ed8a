"""Records as bytes in the database: MessagePack, compressed."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_LEVEL = 6


def pack(record: Any) -> bytes:
    """The bytes of a record; the same for equal records."""
    return zlib.compress(msgspec.msgpack.encode(record), _LEVEL)


def unpack(data: bytes, shape: type[T]) -> T:
    """The record of such bytes."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=shape)
