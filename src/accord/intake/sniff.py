"""What kind of input some bytes are: by the ending of the name, else by how they begin."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "markdown", "html", "jsonl"]

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
}

_HEAD = 4096
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_BYTE_ORDER_MARK = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_JSON_LINE = re.compile(rb'\s*\{\s*"')
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?:[A-Za-z_][\w-]*[ \t]*:.*\r?\n|[ \t#-].*\r?\n)+---[ \t]*\r?\n")


def sniff(name: str | None, head: bytes) -> Kind:
    """The kind of an input called `name` (None for standard input) that begins with `head`."""
    known = ENDINGS.get(PurePath(name).suffix.lower()) if name is not None else None
    if known == "html" and head.strip() and b"<" not in head:
        return "text"
    if known is not None:
        return known
    head = _BYTE_ORDER_MARK.sub(b"", head[:_HEAD]).replace(b"\x00", b"")
    if _JSON_LINE.match(head):
        return "jsonl"
    if _HTML.match(head):
        return "html"
    return "markdown" if _FRONT_MATTER.match(head) else "text"
