"""Opening files and standard input: size limits, the reader for each kind; plain text and Markdown."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import cast

from accord.extract.blocks import FRONT_MATTER
from accord.intake.days import parse_day
from accord.intake.decoding import decode
from accord.intake.draft import Draft, InputError
from accord.intake.gather import HEAD, STDIN, Source, sniff, unreadable
from accord.intake.html import read_html
from accord.intake.jsonl import read_jsonl
from accord.records import Problem

_STDIN_ID = "stdin"
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF)\b", re.IGNORECASE)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)

# Which front matter keys of the usual site generators give which value, the surest first.
_KEYS: dict[str, tuple[str, ...]] = {
    "source": ("source", "publisher", "publication", "outlet", "site", "sitename"),
    "title": ("title", "headline"),
    "published": ("published", "date", "pubdate", "publish_date", "publishdate", "published_at"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink"),
}


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
    kind = sniff(None if standard_input else source.path, file.peek(HEAD))
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


def read_text(data: bytes, id: str, place: str, stem: str | None) -> Draft:
    """The draft of a text or Markdown file.

    Raises:
        InputError: the bytes are no text, or there is nothing in it.
    """
    text = decode(data)
    if _XML.match(text):
        raise InputError("it is XML, not text", "give the pages or the texts that it lists")
    matter = FRONT_MATTER.match(text)
    if not text[matter.end() if matter else 0 :].strip():
        raise InputError("it is empty", "give a file with the text of a report, or leave it out")
    values = _front_matter(matter["fields"]) if matter else {}
    return Draft(id=id, text=text, place=place, stem=stem).stating(values, "metadata")


def _front_matter(fields: str) -> dict[str, str]:
    stated = {key.lower().replace("-", "_"): value.strip("\"'") for key, value in _FIELD.findall(fields)}
    values: dict[str, str] = {}
    for name, keys in _KEYS.items():
        value = next((stated[key] for key in keys if stated.get(key)), None)
        if name == "published" and value is not None:
            value = parse_day(value)
        if value:
            values[name] = value
    return values
