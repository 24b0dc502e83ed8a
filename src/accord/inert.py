"""Text that steers nothing it is written to: no terminal, and nothing that reads JSON."""

from __future__ import annotations

import re

# What terminals act on (C0, C1 and DEL, but for tab and line ends), and what turns the direction of writing.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_IN_BYTES = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


def visible(text: str) -> str:
    """`text` with control characters written out, and without those that turn the direction of writing."""
    return _DIRECTIONS.sub("", _CONTROLS.sub(lambda found: repr(found[0])[1:-1], text))


def without_controls(text: str) -> str:
    """`text` with the sign of what cannot be shown in the place of each control character."""
    return _CONTROLS.sub("\ufffd", text)


def escaped(json: bytes) -> bytes:
    """JSON in UTF-8 that says the same, with every such character escaped."""
    return _IN_BYTES.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), json)
