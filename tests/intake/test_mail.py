"""Mails, and pages that were saved as mails."""

from __future__ import annotations

from base64 import b64encode

import pytest

from accord.intake.html import PageReader
from accord.intake.mail import is_mail, read_mail
from accord.intake.report_draft import InputError, ReportDraft

PAGES = PageReader.load()
PROSE = "The old mill at Brack burned down on Monday night, and nobody was hurt, the fire service said."
PAGE = f"<html><body><article><h1>Mill burns</h1><p>{PROSE}</p></article></body></html>"


def saved(encoding: str, body: str) -> bytes:
    return (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://fen.example/1\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Transfer-Encoding: {encoding}\n\n{body}\n--b--\n"
    ).encode()


@pytest.mark.parametrize(
    "data",
    [
        saved("quoted-printable", PAGE.replace("=", "=3D").replace("old mill", "old =\nmill")),
        saved("base64", b64encode(PAGE.encode()).decode()),
    ],
    ids=["quoted-printable", "base64"],
)
def test_a_saved_page(data: bytes) -> None:
    (draft,) = read_mail(data, "id", "a.mhtml", "a", PAGES)
    assert isinstance(draft, ReportDraft)
    assert (draft.title, draft.url) == ("Mill burns", "https://fen.example/1")
    assert PROSE in draft.text


def test_a_mail_states_its_title_day_and_sender() -> None:
    mail = (
        b"From: Fen News <a@fen.example>\nSubject: =?utf-8?q?Mill_burns?=\n"
        b"Date: Fri, 2 May 2031 23:00:00 -0500\n\n"
    )
    (draft,) = read_mail(mail + PROSE.encode(), "id", "a.eml", "a", PAGES)
    assert isinstance(draft, ReportDraft)
    assert (draft.title, draft.published, draft.source) == ("Mill burns", "2031-05-02", "Fen News")
    assert draft.text == PROSE
    assert is_mail(mail, named=True)
    assert not is_mail(mail, named=False), "a letter in a text is none"


def test_a_mail_without_a_text_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        list(read_mail(b"From: a@fen.example\nSubject: x\n\n", "id", "a.eml", "a", PAGES))
    with pytest.raises(InputError, match="no page"):
        list(read_mail(saved("7bit", PAGE).replace(b"text/html", b"text/css"), "id", "a.mht", "a", PAGES))
