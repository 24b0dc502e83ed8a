"""Web archives: one report a page."""

from __future__ import annotations

import io

import pytest

from accord.intake.html import PageReader
from accord.intake.report_draft import InputError, ReportDraft
from accord.intake.warc import read_warc
from accord.records import Problem

pytest.importorskip("warcio")

PAGES = PageReader.load()
PROSE = "The old mill at Brack burned down on Monday night, and nobody was hurt, the fire service said."


def record(number: int, body: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Target-URI: https://fen.example/{number}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_each_page_is_a_report_and_the_rest_is_passed_over() -> None:
    page = f"<html><body><article><h1>Mill burns</h1><p>{PROSE}</p></article></body></html>"
    records = [
        record(1, page),
        record(2, "x", kind="image/png"),
        record(3, page, status="404 Not Found"),
        record(4, "<html><body></body></html>"),
        record(5, page.replace("Monday", "Sunday")),
    ]
    first, bad, last = read_warc(io.BytesIO(b"".join(records)), "a.warc", 100_000, PAGES)
    assert isinstance(first, ReportDraft)
    assert isinstance(last, ReportDraft)
    assert (first.id, first.url, first.title) == (
        "https://fen.example/1",
        "https://fen.example/1",
        "Mill burns",
    )
    assert first.place == "a.warc record 1"
    assert isinstance(bad, Problem)
    assert bad.input == "a.warc record 4"
    assert last.url == "https://fen.example/5"


def test_a_damaged_archive_is_refused_from_there_on() -> None:
    with pytest.raises(InputError, match="damaged"):
        list(read_warc(io.BytesIO(b"no archive at all\r\n\r\n"), "a.warc", 100, PAGES))
