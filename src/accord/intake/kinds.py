"""What kind of input a file is: told by its first bytes, and by its name where they leave it open."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from accord.intake.mail import is_mail

Kind = Literal[
    "text",
    "markdown",
    "html",
    "jsonl",
    "json feed",
    "gzip",
    "warc",
    "mail",
    "pdf",
    "docx",
    "table",
    "shortcut",
    "opml",
    "feed",
]

ENDINGS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".warc": "warc",
    ".gz": "gzip",
    ".pdf": "pdf",
    ".docx": "docx",
    ".url": "shortcut",
    ".webloc": "shortcut",
    ".opml": "opml",
}

HEAD = 4096
"""So many bytes of an input tell its kind."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_BYTE_ORDER_MARK = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_JSON_LINE = re.compile(rb'\s*\{\s*"')
_JSON_FEED = re.compile(
    rb'\s*\{[^\n]{0,2000}"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.DOTALL
)
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?:[A-Za-z_][\w-]*[ \t]*:.*\r?\n|[ \t#-].*\r?\n)+---[ \t]*\r?\n")
_OPML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<opml\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"\s*<(?:\?xml|rss|feed|rdf:RDF)\b", re.IGNORECASE)
_SHORTCUT = re.compile(rb"\s*\[InternetShortcut\]", re.IGNORECASE)
_STARTS: tuple[tuple[bytes, Kind], ...] = ((b"%PDF-", "pdf"), (b"WARC/", "warc"), (b"\x1f\x8b", "gzip"))
_WORD_PARTS = (b"word/", b"[Content_Types].xml")


def sniff(name: str | None, head: bytes) -> Kind:
    """The kind of an input called `name` (None for standard input) that begins with `head`."""
    known = ENDINGS.get(PurePath(name).suffix.lower()) if name is not None else None
    head = head[:HEAD]
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return "docx" if known == "docx" or any(part in head for part in _WORD_PARTS) else "text"
    head = _BYTE_ORDER_MARK.sub(b"", head).replace(b"\x00", b"")
    return _written(known, head)


def _written(known: Kind | None, head: bytes) -> Kind:
    """The kind of what is text of some sort."""
    if _JSON_FEED.match(head):
        return "json feed"
    if _OPML.match(head):
        return "opml"
    if _SHORTCUT.match(head) or (known == "shortcut" and head.strip()):
        return "shortcut"
    if is_mail(head, named=known == "mail"):
        return "mail"
    if known in ("jsonl", "table"):
        return known
    if (_WHOLE_PAGE if known in ("text", "markdown") else _HTML).match(head):
        return "html"
    if known == "html" and b"<" in head:
        return "html"
    if _FEED.match(head):
        return "feed"
    if known in ("text", "markdown"):
        return known
    if known is None and _JSON_LINE.match(head):
        return "jsonl"
    return "markdown" if _FRONT_MATTER.match(head) else "text"
