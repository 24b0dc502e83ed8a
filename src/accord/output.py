"""Where a command's data goes: standard output, or files that are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from accord.errors import AccordError
from accord.inert import escaped


def check(path: Path | None) -> None:
    """Find out before the work begins whether `path` can be written.

    Raises:
        AccordError: it cannot.
    """
    with _explained(path):
        if path is None:
            return
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        folder = _target(path).parent
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, f"there is no folder {folder}")
        if not os.access(path if path.exists() and not path.is_file() else folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """A binary stream to `path`, or to standard output when it is None.

    The file appears under its name only when everything has been written; a link is followed, and
    a file that was there before keeps its permissions.

    Raises:
        AccordError: the file cannot be written.
    """
    if path is None:
        yield _standard_output()
        return
    check(path)
    if path.exists() and not path.is_file():
        # A device or a pipe (/dev/stdout, a process substitution) cannot be replaced, only written.
        with _explained(path):
            device = path.open("wb")
        with device:
            yield device
        return
    target = _target(path)
    with _explained(path):
        # The name may be as long as names can be, so it is no part of the temporary one.
        handle, name = tempfile.mkstemp(prefix=".accord-", dir=target.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        with _explained(path):
            partial.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def json_line(row: object) -> bytes:
    """A record as one line of JSON that steers no terminal."""
    return escaped(msgspec.json.encode(row)) + b"\n"


def write(path: Path | None, chunks: Iterable[bytes]) -> None:
    """Write `chunks` to `path`, or to standard output when it is None.

    Raises:
        AccordError: the file cannot be written.
    """
    with open_output(path) as stream:
        for chunk in chunks:
            with _explained(path):
                stream.write(chunk)
        with _explained(path):
            stream.flush()


def _standard_output() -> BinaryIO:
    if sys.stdout is None:
        raise AccordError("cannot write to standard output: it is closed; name a file with --output")
    return sys.stdout.buffer


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path))


@contextmanager
def _explained(path: Path | None) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # who reads has enough
    except OSError as error:
        reason = error.strerror or str(error)
        if path is None:
            # What is left in the buffer must not fail once more when the program ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            message = f"cannot write to standard output: {reason}; name a file with --output"
        else:
            message = f"cannot write {path}: {reason}; name another file with --output"
        raise AccordError(message) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
