"""Where a command's data goes: standard output, or files that are replaced whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from accord.errors import AccordError


@contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """A binary stream to `path`, or to standard output when it is None.

    The file appears under its name only when everything has been written.

    Raises:
        AccordError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():
        # A device or a pipe (/dev/stdout, a process substitution) cannot be replaced, only written.
        with _explained(path), path.open("wb") as stream:
            yield stream
        return
    with _explained(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        with _explained(path):
            partial.chmod(0o666 & ~_umask())
            partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write(path: Path | None, chunks: Iterable[bytes]) -> None:
    """Write `chunks` to `path`, or to standard output when it is None."""
    with open_output(path) as stream:
        for chunk in chunks:
            stream.write(chunk)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise AccordError(f"cannot write {path}: {reason}; name another file with --output") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
