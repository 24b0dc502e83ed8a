"""Servers that are slow, endless, hostile or merely unchanged."""

from __future__ import annotations

import gzip
import re
import threading
import zlib
from http.server import BaseHTTPRequestHandler

import pytest

from accord.intake.fetch import Limits, fetch
from accord.intake.report_draft import InputError
from intake.server import Answer, page, redirect, serving

LIMITS = Limits(max_bytes=10_000, seconds=20)


def test_a_page_is_what_the_server_sends() -> None:
    with serving(
        {"/a?b=c": page(b"text", ETag='"1"', Last_Modified="Thu, 01 May 2031 10:00:00 GMT")}
    ) as root:
        got = fetch(f"{root}/a?b=c", LIMITS)
    assert (got.url, got.body) == (f"{root}/a?b=c", b"text")
    assert (got.etag, got.modified) == ('"1"', "Thu, 01 May 2031 10:00:00 GMT")


def test_what_has_not_changed_is_not_sent_again() -> None:
    asked: list[tuple[str | None, str | None]] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append((handler.headers["If-None-Match"], handler.headers["If-Modified-Since"]))
        handler.send_response(304)
        handler.end_headers()

    with serving({"/": answer}) as root:
        got = fetch(root, LIMITS, '"1"', "Thu, 01 May 2031 10:00:00 GMT")
    assert (got.body, got.etag) == (None, '"1"')
    assert asked == [('"1"', "Thu, 01 May 2031 10:00:00 GMT")]


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_compressed_pages_are_read(coding: str) -> None:
    packed = gzip.compress(b"text", mtime=0) if coding == "gzip" else zlib.compress(b"text")
    with serving({"/": page(packed, Content_Encoding=coding)}) as root:
        assert fetch(f"{root}/", LIMITS).body == b"text"


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 1000)


def cut_short(whole: bytes, **headers: str) -> Answer:
    """Promise `whole`, and hang up in the middle of it."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(whole[: len(whole) // 2])

    return answer


WHOLE = b"<rss>" + b"x" * 500 + b"</rss>"
CHUNK = b"%x\r\n%s\r\n0\r\n\r\n" % (len(WHOLE), WHOLE)
BOMB = gzip.compress(b"0" * 50_000_000, mtime=0)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (page(b"x" * 10_001), "larger than 10000 bytes"),
        (endless, "larger than 10000 bytes"),
        (page(BOMB, Content_Encoding="gzip"), "larger than 10000 bytes"),
        (page(b"no gzip at all", Content_Encoding="gzip"), "damaged"),
        (page(b"", Content_Encoding="br"), "not asked for"),
        (cut_short(WHOLE, Content_Length=str(len(WHOLE))), "broke off"),
        (cut_short(CHUNK, Transfer_Encoding="chunked"), "cannot be used"),
        (cut_short(gzip.compress(WHOLE, mtime=0), Content_Encoding="gzip"), "broke off"),
        (lambda handler: handler.send_error(404), "404"),
        (lambda handler: handler.wfile.write(b"garbage\r\n\r\n"), "cannot be used"),
        (redirect("file:///etc/passwd"), "no address of the web"),
        (redirect("http://["), "no address of the web"),
        (redirect("/"), "more than 5 times"),
        (redirect(""), "nowhere"),
        (redirect("http://127.0.0.2:1/"), "private network"),
        (redirect("http://[::1]:1/"), "private network"),
        (redirect("http://169.254.169.254/latest"), "private network"),
        (redirect("http://10.1.2.3/"), "private network"),
        (redirect("http://2130706433/"), "private network|no server"),
        (redirect("http://a.invalid:99999/"), "no address of the web"),
    ],
)  # fmt: skip
def test_bad_servers_get_a_reason(answer: object, words: str) -> None:
    with serving({"/": answer}) as root, pytest.raises(InputError) as error:  # type: ignore[dict-item]
        fetch(f"{root}/", LIMITS)
    assert re.search(words, error.value.reason), error.value.reason


def test_a_private_address_is_read_only_where_it_was_named() -> None:
    with serving({"/": redirect("/feed"), "/feed": page(b"text")}) as root:
        assert fetch(f"{root}/", LIMITS).body == b"text"
        with pytest.raises(InputError, match="private network"):
            fetch(f"{root}/", LIMITS, named=False)


def test_what_a_private_server_that_was_named_leads_to_on_itself_is_read() -> None:
    with serving({"/feed": page(b"text"), "/1": page(b"page")}) as root:
        home = fetch(f"{root}/feed", LIMITS).home
        assert fetch(f"{root}/1", LIMITS, named=False, home=home).body == b"page"
        with serving({"/1": page(b"other")}) as other, pytest.raises(InputError, match="private network"):
            fetch(f"{other}/1", LIMITS, named=False, home=home)


@pytest.mark.parametrize("mark", ['"a\x00b"', '"\x1b"', '"' + "x" * 2000 + '"', '"\xff"'])
def test_a_mark_that_cannot_be_sent_back_is_not_kept(mark: str) -> None:
    with serving({"/": page(b"text", ETag=mark)}) as root:
        assert fetch(root, LIMITS).etag is None
        assert fetch(root, LIMITS, etag=mark).body == b"text", "nor sent, where it was kept before"


@pytest.mark.parametrize("where", ["headers", "body"])
def test_a_server_that_sends_next_to_nothing_is_left(where: str) -> None:
    enough = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if where == "body":
            handler.send_response(200)
            handler.end_headers()
        handler.wfile.write(b"x" if where == "body" else b"HTTP/1.1 200 OK\r\nX: ")
        handler.wfile.flush()
        enough.wait(30)

    with serving({"/": answer}) as root:
        with pytest.raises(InputError, match=r"longer than 0\.2 seconds"):
            fetch(f"{root}/", Limits(seconds=0.2))
        enough.set()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "feed",
        "ftp://a.example/",
        "http://",
        "http://[",
        "http://[x]/",
        "http://a b/",
        "http://é.example/ü",
    ],
)
def test_what_is_no_address_is_named(url: str) -> None:
    with pytest.raises(InputError, match=r"no address|characters"):
        fetch(url, LIMITS)
