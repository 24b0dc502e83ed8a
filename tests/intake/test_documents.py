"""PDF and Word documents."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from accord.intake.documents import read_docx, read_pdf
from accord.intake.report_draft import InputError


@pytest.mark.parametrize(("module", "read"), [("pypdfium2", read_pdf), ("docx", read_docx)])
def test_a_missing_library_is_named(
    module: str, read: Callable[[bytes, str, str, str | None], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError) as raised:
        read(b"x", "id", "place", "stem")
    assert "accord[documents]" in raised.value.advice


def pdf(*pages: list[str]) -> bytes:
    """A PDF with one line of text under the other."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects += [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
    ]
    objects += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for number, lines in enumerate(pages):
        drawn = "\n".join(
            f"BT /F1 11 Tf 50 {760 - 14 * at} Td ({line}) Tj ET" for at, line in enumerate(lines)
        ).encode()
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R "
        objects.append(f"{page}/Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    body, starts = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>"
    return body + f"{end}\nstartxref\n{len(body)}\n%%EOF".encode()


def test_lines_of_a_pdf_are_paragraphs_again_without_running_heads() -> None:
    pytest.importorskip("pypdfium2")
    one = [
        "The Fen Courier 1",
        "The old mill at Brack burned down on Monday night, and no-",
        "body was hurt, the fire service of the county said.",
    ]
    two = [
        "The Fen Courier 2",
        "Crews from three towns fought the flames until noon the",
        "next day.",
        "The cause of the fire is not known yet, an officer said.",
    ]
    draft = read_pdf(pdf(one, two), "id", "a.pdf", "a")
    assert "Courier" not in draft.text
    assert "and nobody was hurt" in draft.text
    assert "until noon the next day.\n\nThe cause" in draft.text


def test_a_word_document() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = "Mill burns"
    document.add_paragraph("The mill burned down.")
    document.add_paragraph("It was old.")
    held = io.BytesIO()
    document.save(held)
    draft = read_docx(held.getvalue(), "id", "a.docx", "a")
    assert (draft.title, draft.text) == ("Mill burns", "The mill burned down.\n\nIt was old.")


def test_what_cannot_be_opened_is_refused() -> None:
    pytest.importorskip("pypdfium2")
    pytest.importorskip("docx")
    with pytest.raises(InputError, match="cannot be opened"):
        read_pdf(b"%PDF-1.4 broken", "id", "a.pdf", "a")
    with pytest.raises(InputError, match="cannot be opened"):
        read_docx(b"PK broken", "id", "a.docx", "a")
