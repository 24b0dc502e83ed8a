"""PDF and Word documents to text, with libraries that an extra installs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from accord.intake.report_draft import InputError, ReportDraft
from accord.text.blocks import SENTENCE_END

_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad]\Z")
# A line this much shorter than the usual one, with a full stop, ends a paragraph.
_SHORT = 0.85
# What stands for a hyphen at the end of a line, where the library has joined the word itself.
_JOINED = dict.fromkeys(map(ord, "\x02\ufffe"))
_EDGE_LINES = 2
_RUNNING_SHARE = 0.5
_SAVE = "save its text as a UTF-8 text file and give that instead"


def read_pdf(data: bytes, id: str, place: str, stem: str | None) -> ReportDraft:
    """The draft of a PDF: its text in reading order, without what stands at the edge of every page.

    Raises:
        InputError: the library is not installed, the document cannot be opened, or it holds no text.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise _not_installed("a PDF document") from error
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_bounded().translate(_JOINED).splitlines() for page in document]
        title = document.get_metadata_value("Title")
    except pypdfium2.PdfiumError as error:
        raise InputError(f"the PDF cannot be opened ({error})", _SAVE) from error
    text = "\n\n".join(_paragraphs(_without_running_lines(pages)))
    if not text:
        raise InputError("the PDF has no text in it, only pictures of it", _SAVE)
    return ReportDraft(id=id, text=text, place=place, stem=stem, raw=data).stating(
        {"title": title}, "metadata"
    )


def read_docx(data: bytes, id: str, place: str, stem: str | None) -> ReportDraft:
    """The draft of a Word document.

    Raises:
        InputError: the library is not installed, the document cannot be opened, or it holds no text.
    """
    try:
        import docx
    except ImportError as error:
        raise _not_installed("a Word document") from error
    try:
        document = docx.Document(io.BytesIO(data))
        lines = [paragraph.text.strip() for paragraph in document.paragraphs]
        title = document.core_properties.title
    except Exception as error:  # whatever a broken archive does to the library
        raise InputError(f"the Word document cannot be opened ({type(error).__name__})", _SAVE) from error
    text = "\n\n".join(line for line in lines if line)
    if not text:
        raise InputError("the Word document has no text in it", _SAVE)
    return ReportDraft(id=id, text=text, place=place, stem=stem, raw=data).stating(
        {"title": title}, "metadata"
    )


def _not_installed(what: str) -> InputError:
    return InputError(f"it is {what}, which takes a library more", "install accord[documents], or " + _SAVE)


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages, but for those that stand at the top or foot of most: titles, page numbers."""
    edges = Counter(
        key
        for lines in pages
        for key in {_key(line) for line in [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]}
    )
    running = {key for key, count in edges.items() if count > 1 and count > _RUNNING_SHARE * len(pages)}
    kept: list[str] = []
    for lines in pages:
        last = len(lines) - _EDGE_LINES
        kept += [
            line
            for index, line in enumerate(lines)
            if not (_key(line) in running and (index < _EDGE_LINES or index >= last))
        ]
    return kept


def _key(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines joined to paragraphs; words that were parted at the end of a line are whole again."""
    stripped = [line.strip() for line in lines]
    usual = median([len(line) for line in stripped if line] or [0])
    paragraph = stripped[0] if stripped else ""
    for before, line in pairwise(stripped):
        ends = not line or not before or (SENTENCE_END.search(before) and len(before) < _SHORT * usual)
        if ends or (len(before) < _SHORT * usual and line[:1].isupper()):
            if paragraph:
                yield paragraph
            paragraph = line
        elif _HYPHEN.search(before) and line[:1].islower():
            paragraph = paragraph[:-1] + line
        else:
            paragraph = f"{paragraph} {line}"
    if paragraph:
        yield paragraph
