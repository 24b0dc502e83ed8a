"""Kinds of input: by the first bytes, else by the ending of the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.intake.kinds import ENDINGS, sniff


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b'{"id": "x"}', "text"),
        ("a.MD", b"", "markdown"),
        ("a.htm", b"words", "text"),
        ("a.htm", b"<p>words", "html"),
        ("a.ndjson", b"", "jsonl"),
        ("APW19980807.0261", b"Words.", "text"),
        (None, b'  {"id": "x", "text": "y"}', "jsonl"),
        (None, b"\xef\xbb\xbf<!DOCTYPE html><html>", "html"),
        (None, b"<?xml version='1.0'?>\n<!-- a --> <!-- b --><html>", "html"),
        (None, "<html><p>".encode("utf-16"), "html"),
        (None, b"---\ntitle: x\ntags:\n  - y\n---\nWords.", "markdown"),
        (None, b"<b>Bold</b> words are text.", "text"),
        (None, b"{not json", "text"),
        (None, b"", "text"),
        ("a.txt", b"<!DOCTYPE html><html>", "html"),
        ("a.txt", b"<p>words", "text"),
        ("a.bin", b"\x1f\x8b\x08", "gzip"),
        ("a", b"%PDF-1.7", "pdf"),
        ("a", b"WARC/1.0\r\n", "warc"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "json feed"),
        ("a", b'<?xml version="1.0"?><opml version="2.0">', "opml"),
        ("a.xml", b'<?xml version="1.0"?><rss>', "feed"),
        ("a.txt", b"From: a@fen.example\nSubject: Mill\nMIME-Version: 1.0\n\nIt burns.", "mail"),
        ("a.txt", b"From: the mayor\nTo: the council\n\nIt burns.", "text"),
        ("a.url", b"[InternetShortcut]\nURL=https://fen.example/1", "shortcut"),
        ("a.csv", b"id,text", "table"),
    ],
)
def test_kind(name: str | None, head: bytes, kind: str) -> None:
    assert sniff(name, head) == kind


@pytest.mark.parametrize(
    "head", [b"<!-- -->" * 500 + b"x", b"---\n" + b"-a: b\n" * 600 + b"x", b" " * 4000 + b"x"]
)
def test_no_head_however_odd_takes_long(head: bytes) -> None:
    assert sniff(None, head) == "text"


@given(st.binary())
def test_any_bytes_have_a_kind(head: bytes) -> None:
    assert sniff(None, head) in {*ENDINGS.values(), "json feed", "feed"}
