"""Opening files and standard input: size limits, kinds, and the drafts in them."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import cast

from accord.intake.draft import Draft
from accord.intake.errors import InputError
from accord.intake.gather import STDIN, Source, unreadable
from accord.intake.html import read_html
from accord.intake.jsonl import read_jsonl
from accord.intake.plain import read_text
from accord.intake.sniff import sniff
from accord.records import Problem

_HEAD = 4096
_STDIN_ID = "stdin"


def read_source(source: Source, max_bytes: int) -> Iterator[Draft | Problem]:
    """The drafts in one file or in standard input, and the problems with it."""
    try:
        if source.path == STDIN:
            yield from _drafts(_standard_input(), source, max_bytes)
        else:
            with open(source.path, "rb") as file:  # noqa: PTH123 (a name with a zero byte must not raise earlier)
                yield from _drafts(file, source, max_bytes)
    except InputError as error:
        yield error.problem(source.name)
    except OSError as error:
        yield unreadable(error).problem(source.name)


def _standard_input() -> io.BufferedReader:
    if sys.stdin is None:
        raise InputError("it is closed", "send it a text, or name a file")
    file = sys.stdin.buffer
    # What stands in for standard input in another program may not be able to look ahead.
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))


def _drafts(file: io.BufferedReader, source: Source, max_bytes: int) -> Iterator[Draft | Problem]:
    standard_input = source.path == STDIN
    kind = sniff(None if standard_input else source.path, file.peek(_HEAD))
    if kind == "jsonl":
        yield from read_jsonl(file, source.name, max_bytes)
        return
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise InputError(
            f"it is larger than {max_bytes} bytes", "raise the limit with --max-bytes, or split the file"
        )
    if not data.strip():
        raise InputError("it is empty", "give a file with the text of a report, or leave it out")
    stem = None if standard_input else PurePath(source.name).stem
    read = read_html if kind == "html" else read_text
    yield read(data, stem or _STDIN_ID, source.name, stem)
