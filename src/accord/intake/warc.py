"""Web archives (WARC): one report a page that was fetched, streamed record by record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from accord.intake.html import PageReader
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(
    file: BinaryIO, name: str, max_bytes: int, pages: PageReader
) -> Iterator[ReportDraft | Problem]:
    """The drafts of the pages in an archive, one record in memory at a time.

    A record that cannot be used comes out as a Problem named "`name` record N"; what is no page (images,
    errors, requests) is passed over.

    Raises:
        InputError: the archive is damaged from some point on; what came before was read.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(file):
            number += 1
            if not _is_page(record):
                continue
            place = f"{name} record {number}"
            try:
                yield from _page(record, place, max_bytes, pages)
            except InputError as error:
                yield error.problem(place)
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise InputError(
            f"the archive is damaged after record {number} ({type(error).__name__})", "fetch or copy it again"
        ) from error


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None)
    kind = getattr(record, "rec_type", None)
    if kind == "resource":
        stated = getattr(record, "rec_headers").get_header("Content-Type") or ""  # noqa: B009
    elif kind == "response" and headers is not None and str(headers.get_statuscode()) == "200":
        stated = headers.get_header("Content-Type") or ""
    else:
        return False
    return str(stated).partition(";")[0].strip().lower() in _PAGES


def _page(record: object, place: str, max_bytes: int, pages: PageReader) -> Iterator[ReportDraft | Problem]:
    url = getattr(record, "rec_headers").get_header("WARC-Target-URI")  # noqa: B009
    url = str(url).strip("<> ") if url else None
    data = getattr(record, "content_stream")().read(max_bytes + 1)  # noqa: B009
    if len(data) > max_bytes:
        raise InputError(f"it is larger than {max_bytes} bytes", "raise the limit with --max-bytes")
    yield from pages.read(data, url or place, place, None, url)
