"""Getting a page or a feed from the web, from servers that may be slow, endless or hostile."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from urllib.parse import SplitResult

from msgspec import Struct

from accord.intake.addresses import LATER, Home, follow_address, port_of, resolve, split_address
from accord.intake.report_draft import InputError

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_PIECE = 65_536
_AGENT = "Accord (reads feeds; +https://pypi.org/project/accord)"
_LONGEST_MARK = 1000


class Limits(Struct, frozen=True):
    """How much is taken from a server: bytes after decompression, and seconds for all of it."""

    max_bytes: int = 5_000_000
    seconds: float = 30.0


class Fetched(Struct, frozen=True):
    """What a server sent; `body` is None where nothing has changed since the last time.

    `home` is the server, where a person named it and it is on a private network.
    """

    url: str
    body: bytes | None
    etag: str | None = None
    modified: str | None = None
    home: Home | None = None


def fetch(
    url: str,
    limits: Limits,
    etag: str | None = None,
    modified: str | None = None,
    named: bool = True,
    home: Home | None = None,
) -> Fetched:
    """Get what is at `url`, unless it is what `etag` and `modified` stand for.

    An address that a person `named` may be on a private network, and what is on the same server with it
    (`home`); where else servers send one to may not.

    Raises:
        InputError: the server cannot be reached, sends too much, too little or too slowly, or leads to a
            private place.
    """
    for hop in range(_MOST_REDIRECTS + 1):
        parts = split_address(url)
        ours = (named and not hop) or (home is not None and home.holds(parts))
        address, is_private = resolve(parts, private=ours)
        if named and not hop and is_private:
            home = Home(str(parts.hostname), port_of(parts))
        with _asked(parts, address, limits, (etag, modified)) as answer:
            if answer.status in _REDIRECTS:
                goal = answer.getheader("Location")
                if not goal:
                    raise InputError("the server redirects to nowhere", LATER)
                url = follow_address(url, goal)
                continue
            if answer.status == 304:
                return Fetched(url, None, etag, modified, home)
            if answer.status != 200:
                raise InputError(
                    f"the server says {answer.status} {answer.reason}", f"check the address; {LATER}"
                )
            body = _decoded(answer, limits.max_bytes)
            etag, modified = (_mark(answer.getheader(name)) for name in ("ETag", "Last-Modified"))
            return Fetched(url, body, etag, modified, home)
    raise InputError(f"the server redirects more than {_MOST_REDIRECTS} times", "check the address")


def _mark(told: str | None) -> str | None:
    """What a server marks its answer with, where it can be sent back as it is."""
    return told if told and len(told) <= _LONGEST_MARK and told.isprintable() and told.isascii() else None


@contextmanager
def _asked(
    parts: SplitResult, address: str, limits: Limits, marks: tuple[str | None, str | None]
) -> Iterator[http.client.HTTPResponse]:
    """The server's answer.

    A clock of its own ends the connection: a server that sends a byte now and then never lets the time
    for one byte run out.
    """
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip", "Connection": "close"}
    for name, told in zip(("If-None-Match", "If-Modified-Since"), marks, strict=True):
        headers |= {name: mark} if (mark := _mark(told)) else {}
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    late = threading.Event()
    with closing(_connection(parts, address, limits.seconds)) as connection:

        def end() -> None:
            late.set()
            with suppress(OSError):
                if connection.sock is not None:
                    connection.sock.shutdown(socket.SHUT_RDWR)

        clock = threading.Timer(limits.seconds, end)
        clock.daemon = True
        clock.start()
        try:
            connection.connect()
            sock = connection.sock
            connection.request("GET", path, headers=headers)
            with closing(connection.getresponse()) as answer:
                # The response takes the socket over, which the clock must still reach.
                connection.sock = sock
                yield answer
        except (OSError, ValueError, http.client.HTTPException) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                raise InputError(f"the server took longer than {limits.seconds:g} seconds", LATER) from error
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise InputError(f"the server cannot be used: {said}", f"check the address; {LATER}") from error
        finally:
            clock.cancel()
        if late.is_set():
            raise InputError(f"the server took longer than {limits.seconds:g} seconds", LATER)


def _connection(parts: SplitResult, address: str, seconds: float) -> http.client.HTTPConnection:
    """A connection to the address that was checked: a name may stand for another one a moment later."""
    host, port = str(parts.hostname), port_of(parts)

    class Checked(http.client.HTTPConnection):
        def connect(self) -> None:
            sock = socket.create_connection((address, port), seconds)
            if parts.scheme == "https":
                # What ends without a word of the server's may have been cut off by anyone.
                sock = ssl.create_default_context().wrap_socket(
                    sock, server_hostname=host, suppress_ragged_eofs=False
                )
            self.sock = sock

    return Checked(host, port, timeout=seconds)


def _decoded(answer: http.client.HTTPResponse, most: int) -> bytes:
    """The body, decompressed piece by piece: a small one may stand for an endless one."""
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip", "deflate"}:
        raise InputError(f"the server compresses in a way that was not asked for ({coding})", LATER)
    unpacker = None if coding == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    body = bytearray()
    while piece := answer.read1(_PIECE):
        try:
            body += piece if unpacker is None else unpacker.decompress(piece, most + 1 - len(body))
        except zlib.error as error:
            raise InputError("what the server compressed is damaged", LATER) from error
        if len(body) > most:
            raise InputError(f"it is larger than {most} bytes", "raise the limit with --max-bytes")
    if answer.length or (unpacker is not None and not unpacker.eof and body):
        raise InputError("the answer broke off before its end", LATER)
    return bytes(body)
