"""Bytes to text: which encoding they are in, and whether they are text at all.

UTF-8 first, then byte order marks and the zero pattern of UTF-16, then Windows-1252 where it
yields what English prose holds, and only then a statistical guess.  Nothing is ever replaced:
bytes that no encoding explains are an error.
"""

from __future__ import annotations

import codecs
import re

from accord.intake.report_draft import InputError

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE_AS_TEXT = "save its text as a UTF-8 text file and give that instead"

# What stands outside ASCII in English prose: accented letters that go with their neighbours'
# case, and typographic signs.  Anything else means the bytes were not Windows-1252.
_FOREIGN_TO_ENGLISH = re.compile(
    r"[a-zß-öø-ÿ][À-ÖØ-Þ]|[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸƒ‘’“”„‚‹›«»–—…•·†‡‰™©®°²³¹¼½¾§¶¢£¥€¿¡ªº´¨¯¸×÷±µ\xa0\xad]"
    r"|[À-ÿ]{3}|[ÂÃâ][\x80-\xbf€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›]"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_DAMAGED_SHARE = 0.1


def decode(data: bytes) -> str:
    """The text of `data`, without a byte order mark; line ends are left as they are.

    Raises:
        InputError: the bytes are no text, or no encoding explains them.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"it is {what}, not text", _SAVE_AS_TEXT)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\x00" in data:
        return _strict(data, _utf16_without_mark(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error.start)
    return _windows_1252(data) or _guess(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"it is marked as {encoding.upper()} but byte {error.start + 1} cannot be decoded",
            "save it again as UTF-8",
        ) from error


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 text in a Latin script has a zero in every other byte; other zeros mean binary data."""
    half = len(data) / 2
    odd, even = data[1::2].count(0), data[::2].count(0)
    if len(data) % 2 == 0 and odd > half / 2 and even < half / 20:
        return "utf-16-le"
    if len(data) % 2 == 0 and even > half / 2 and odd < half / 20:
        return "utf-16-be"
    raise InputError("it holds binary data, not text", _SAVE_AS_TEXT)


def _refuse_damaged_utf8(data: bytes, first: int) -> None:
    """Refuse bytes that are UTF-8 but for a few: another encoding would read all the others wrongly."""
    high = len(_HIGH.findall(data))
    lost = len(data) - len(data.decode("utf-8", "ignore").encode())
    if lost <= _DAMAGED_SHARE * high:
        raise InputError(
            f"its UTF-8 is damaged (first at byte {first + 1}; {lost} of {len(data)} bytes)",
            "save it again as UTF-8, or take the text from the original page",
        )


def _windows_1252(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _FOREIGN_TO_ENGLISH.search(text) else text


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError("its encoding could not be told; it may be binary data", _SAVE_AS_TEXT)
    return data.decode(best.encoding)
