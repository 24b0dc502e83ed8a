"""JSON Lines: one report a line, each line judged by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec
from msgspec import Struct

from accord.faults import fault
from accord.intake.days import DayFinder
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

_SHAPE = '{"id", "text", "title"?, "source"?, "published"?, "url"?}'
_BOM = b"\xef\xbb\xbf"
# Of a line that is too long, so many times the largest report are passed over in search of its end.
_MOST_PASSED_OVER = 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ARRAY_OR_PRETTY = re.compile(rb"\s*(?:\[|\{\s*\Z)")


class _Record(Struct):
    id: str
    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None


def read_jsonl(file: BinaryIO, name: str, max_bytes: int, days: DayFinder) -> Iterator[ReportDraft | Problem]:
    """The drafts of the lines of `file`, one line in memory at a time.

    A line that cannot be used comes out as a Problem named "`name` line N"; the others go on.
    A line whose date is none comes out as both: the report without the date, and the Problem.
    """
    decoder = msgspec.json.Decoder(_Record)
    for number, line in _lines(file, max_bytes):
        if number == 1:
            line = line.removeprefix(_BOM)
            if error := _not_lines(line):
                yield error.problem(name)
                return
        if not line.strip():
            continue
        place = f"{name} line {number}"
        try:
            record = _record(line, decoder, max_bytes)
            day = days.parse(record.published) if record.published else None
            yield _draft(record, day, place)
            if record.published and day is None:
                raise _no_day(record.published)
        except InputError as error:
            yield error.problem(place)
        except Exception as error:
            yield fault(place, "reading", error)


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes]]:
    """Numbered lines, none longer than `max_bytes` + 1: of a longer one the rest is passed over.

    Raises:
        InputError: a line does not end.
    """
    number = 0
    while line := file.readline(max_bytes + 1):
        number += 1
        rest, passed = line, 0
        while not rest.endswith(b"\n") and (rest := file.readline(1 << 20)):
            passed += len(rest)
            if passed > _MOST_PASSED_OVER * max_bytes:
                reason = f"line {number} does not end; it and what may follow were not read"
                raise InputError(reason, "give lines that end")
        yield number, line


def _not_lines(first: bytes) -> InputError | None:
    if first.startswith(_UTF16):
        return InputError("it is UTF-16, and JSON Lines are UTF-8", "save it again as UTF-8")
    if _ARRAY_OR_PRETTY.match(first):
        return InputError(
            "it is a JSON document, not JSON Lines", f"write one report a line: {_SHAPE}; `jq -c` does that"
        )
    return None


def _record(line: bytes, decoder: msgspec.json.Decoder[_Record], max_bytes: int) -> _Record:
    if len(line) > max_bytes:
        raise InputError(
            f"it is longer than {max_bytes} bytes", "raise the limit with --max-bytes, or shorten it"
        )
    try:
        record = decoder.decode(line)
    except msgspec.ValidationError as error:
        raise InputError(f"it is not a report: {error}", f"give it the shape {_SHAPE}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"it is not JSON: {error}", f"write one report a line: {_SHAPE}") from error
    if not record.id.strip():
        raise InputError("its id is empty", "give each report an id of its own")
    if not record.text.strip():
        raise InputError("its text is empty", "give it a text, or leave it out")
    return record


def _draft(record: _Record, day: str | None, place: str) -> ReportDraft:
    values = {
        "source": record.source,
        "title": record.title,
        "published": day,
        "url": record.url,
    }
    return ReportDraft(id=record.id, text=record.text, place=place).stating(values, "field")


def _no_day(published: str) -> InputError:
    return InputError(
        f"its date {published[:40]!r} is not a day; it was read without one",
        "write it as YYYY-MM-DD, or leave it out",
    )
