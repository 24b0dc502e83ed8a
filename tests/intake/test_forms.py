"""Inputs are read in the form they have, whatever they are called."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from accord.intake.intake import Intake, read
from accord.settings import Settings

PROSE = "The old mill at Brack burned down on Monday night, and nobody was hurt, the fire service said."
PAGE = f"<!DOCTYPE html><html><body><article><h1>Mill burns</h1><p>{PROSE}</p></article></body></html>"


def given(tmp_path: Path, name: str, data: bytes, max_bytes: int = 5_000_000) -> Intake:
    (tmp_path / name).write_bytes(data)
    return read(tmp_path / name, settings=Settings(max_bytes=max_bytes))


@pytest.mark.parametrize(
    ("name", "data"), [("page.txt", PAGE.encode()), ("page.html.gz", gzip.compress(PAGE.encode(), mtime=0))]
)
def test_a_page_under_another_name(tmp_path: Path, name: str, data: bytes) -> None:
    (report,) = given(tmp_path, name, data).reports
    assert (report.title, report.places) == ("Mill burns", (str(tmp_path / name),))
    assert PROSE in report.text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.url", b"[InternetShortcut]\nURL=https://fen.example/1\n", "shortcut to https://fen.example/1"),
        ("a.opml", b'<?xml version="1.0"?><opml version="2.0"/>', "a list of feeds"),
        ("a.xml", b'<?xml version="1.0"?><rss/>', "XML"),
        ("a.gz", gzip.compress(b"x" * 90, mtime=0)[:20], "damaged"),
        ("b.gz", gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "packed twice"),
        ("c.gz", gzip.compress(b"word " * 1_000_000, mtime=0), "larger than"),
    ],
)
def test_what_is_no_report_says_what_it_is(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (problem,) = given(tmp_path, name, data, max_bytes=100_000).problems
    assert words in problem.reason
    assert problem.input == str(tmp_path / name)


def test_images_that_a_page_holds_do_not_count(tmp_path: Path) -> None:
    image = f'<img src="data:image/png;base64,{"QUJD" * 5000}">'
    (report,) = given(
        tmp_path, "a.html", PAGE.replace("<article>", f"<article>{image}").encode(), 5000
    ).reports
    assert PROSE in report.text
