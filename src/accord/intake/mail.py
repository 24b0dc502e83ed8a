"""Mails and pages saved as mails (MHTML): their parts decoded, their headers as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from accord.intake.days import DayFinder
from accord.intake.html import PageReader, page_text
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n?")
_SURE = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Snapshot-Content-Location):", re.IGNORECASE | re.MULTILINE
)
_PAGE = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def is_mail(head: bytes, named: bool) -> bool:
    """Whether an input that begins with `head` is a mail; one that is `named` so needs no sure sign."""
    match = _HEADERS.match(head.lstrip())
    return match is not None and (named or _SURE.search(match[0]) is not None)


def read_mail(
    data: bytes, id: str, place: str, stem: str | None, pages: PageReader
) -> Iterator[ReportDraft | Problem]:
    """The draft of a mail, or of the page that was saved as one.

    Raises:
        InputError: there is no text in it.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    head = _HEADERS.match(data.lstrip())
    if head and _PAGE.search(head[0]):
        yield from _saved_page(message, data, id, place, stem, pages)
        return
    body = message.get_body(("plain", "html"))
    text = _body_text(body) if isinstance(body, EmailMessage) else ""
    if not text.strip():
        raise InputError("the mail has no text", "save what it is about as a text and give that instead")
    values = _stated(message, pages.days)
    yield ReportDraft(id=id, text=text, place=place, stem=stem, raw=data).stating(values, "metadata")


def _saved_page(
    message: EmailMessage, data: bytes, id: str, place: str, stem: str | None, pages: PageReader
) -> Iterator[ReportDraft | Problem]:
    """The first page among the parts: the others are what it shows in frames."""
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        assert isinstance(part, EmailMessage)
        page = _decoded(part).encode("utf-8", "replace")
        url = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
        yield from pages.read(page, id, place, stem, url if url and url.startswith("http") else None)
        return
    raise InputError("no page was found in it", "save the page again, or its text")


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return raw.decode("utf-8", "replace")


def _body_text(body: EmailMessage) -> str:
    text = _decoded(body).replace("\r\n", "\n")
    return page_text(text) if body.get_content_type() == "text/html" else text.strip()


def _stated(message: EmailMessage, days: DayFinder) -> dict[str, str | None]:
    name, address = parseaddr(_header(message, "From") or "")
    return {
        "title": _header(message, "Subject"),
        "published": days.find(_header(message, "Date") or ""),
        "source": name or address.rpartition("@")[2] or None,
    }


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError):  # what no header may be
        return None
    return " ".join(str(value).split()) or None if value is not None else None
