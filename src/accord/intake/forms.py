"""One input in the form it has: pages, mails, archives, documents, tables and feeds to drafts."""

from __future__ import annotations

import gzip
import io
import plistlib
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from accord.intake.decoding import decode
from accord.intake.documents import read_docx, read_pdf
from accord.intake.feeds import read_feed
from accord.intake.html import PageReader, without_embedded
from accord.intake.jsonl import read_jsonl
from accord.intake.kinds import HEAD, Kind, sniff
from accord.intake.mail import read_mail
from accord.intake.plain_text import read_text
from accord.intake.report_draft import InputError, ReportDraft
from accord.intake.tables import read_table
from accord.intake.warc import read_warc
from accord.records import Problem

Outcome = ReportDraft | Problem

# A page with the images written into it may be so many times larger than what is read of it.
_WITH_IMAGES = 20
_ADDRESS = re.compile(r"^URL=(\S+)", re.IGNORECASE | re.MULTILINE)
_READ_PAGE = "open the address, save the page and give that"


class FormReader(Struct, frozen=True):
    """Reads inputs of every form; none larger than `max_bytes`."""

    max_bytes: int
    pages: PageReader

    def read(self, file: io.BufferedReader, name: str, stem: str | None, id: str) -> Iterator[Outcome]:
        """The drafts in `file`, which is called `name`, and the problems with it.

        `stem` is the name without folder and ending, None for standard input.

        Raises:
            InputError: it cannot be used.
        """
        kind = sniff(None if stem is None else name, file.peek(HEAD))
        if kind == "gzip":
            yield from self._unpacked(file, name, stem, id)
        elif kind == "jsonl":
            yield from read_jsonl(file, name, self.max_bytes, self.pages.days)
        elif kind == "warc":
            yield from read_warc(file, name, self.max_bytes, self.pages)
        else:
            yield from self._whole(kind, self._bytes(file, kind), name, stem, id)

    def _unpacked(self, file: io.BufferedReader, name: str, stem: str | None, id: str) -> Iterator[Outcome]:
        with gzip.open(file) as unpacked:
            inner = cast(io.BufferedReader, unpacked)  # it has all that is asked of one
            try:
                if inner.peek(2)[:2] == b"\x1f\x8b":
                    raise InputError("it is packed twice", "unpack it once and give that")
                inside = PurePath(name).stem if name.lower().endswith(".gz") else name
                bare = None if stem is None else PurePath(inside).stem
                for outcome in self.read(inner, name if bare is None else inside, bare, bare or id):
                    yield _at(outcome, inside, name)
            except (gzip.BadGzipFile, EOFError, zlib.error) as error:
                raise InputError("what was packed in it is damaged", "fetch or copy it again") from error

    def _bytes(self, file: io.BufferedReader, kind: Kind) -> bytes:
        data = file.read(self.max_bytes + 1)
        if len(data) > self.max_bytes and kind in ("html", "mail"):
            data = without_embedded(data + file.read(_WITH_IMAGES * self.max_bytes))
        if len(data) > self.max_bytes:
            raise InputError(
                f"it is larger than {self.max_bytes} bytes",
                "raise the limit with --max-bytes, or split the file",
            )
        if not data.strip():
            raise InputError("it is empty", "give a file with the text of a report, or leave it out")
        return data

    def _whole(self, kind: Kind, data: bytes, name: str, stem: str | None, id: str) -> Iterator[Outcome]:
        several: dict[Kind, Callable[[], Iterator[Outcome]]] = {
            "html": lambda: self.pages.read(data, id, name, stem),
            "mail": lambda: read_mail(data, id, name, stem, self.pages),
            "json feed": lambda: read_feed(data, name, self.pages),
            "table": lambda: read_table(data, name, stem, self.pages.days),
        }
        single: dict[Kind, Callable[[], ReportDraft]] = {
            "pdf": lambda: read_pdf(data, id, name, stem),
            "docx": lambda: read_docx(data, id, name, stem),
        }
        if kind in several:
            yield from several[kind]()
        elif kind in single:
            yield single[kind]()
        elif kind == "shortcut":
            raise _shortcut(data)
        elif kind == "opml":
            raise InputError("it is a list of feeds", f"follow them with: accord watch --list {name}")
        elif kind == "feed":
            raise InputError("it is XML, not text", f"if it is a feed, read it with: accord watch {name}")
        else:
            yield read_text(data, id, name, stem, self.pages.days)


def _at(outcome: Outcome, inside: str, name: str) -> Outcome:
    """What was found in a packed file, named after that."""
    if isinstance(outcome, Problem):
        return replace(outcome, input=outcome.input.replace(inside, name, 1))
    return replace(outcome, place=outcome.place.replace(inside, name, 1))


def _shortcut(data: bytes) -> InputError:
    """What to say of a shortcut to a page."""
    try:
        address = str(plistlib.loads(data).get("URL") or "")
    except Exception:
        match = _ADDRESS.search(decode(data))
        address = match[1] if match else ""
    return InputError(f"it is a shortcut to {address[:200] or 'a page'}, not the page", _READ_PAGE)
