"""Getting a page or a feed from the web, from servers that may be slow, endless or hostile."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from urllib.parse import SplitResult, urljoin, urlsplit

from msgspec import Struct

from accord.intake.report_draft import InputError

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_PIECE = 65_536
_AGENT = "Accord (reads feeds; +https://pypi.org/project/accord)"
_LATER = "it is tried again the next time"


class Limits(Struct, frozen=True):
    """How much is taken from a server: bytes after decompression, and seconds for all of it."""

    max_bytes: int = 5_000_000
    seconds: float = 30.0


class Fetched(Struct, frozen=True):
    """What a server sent; `body` is None where nothing has changed since the last time."""

    url: str
    body: bytes | None
    etag: str | None = None
    modified: str | None = None


def fetch(
    url: str,
    limits: Limits,
    etag: str | None = None,
    modified: str | None = None,
    named: bool = True,
) -> Fetched:
    """Get what is at `url`, unless it is what `etag` and `modified` stand for.

    An address that a person `named` may be on a private network; those that servers send one to may not.

    Raises:
        InputError: the server cannot be reached, sends too much or too slowly, or leads to a private place.
    """
    home = urlsplit(url)
    for _ in range(_MOST_REDIRECTS + 1):
        parts = _split(url)
        ours = named and (parts.scheme, parts.netloc) == (home.scheme, home.netloc)
        with _asked(parts, limits, etag, modified, private=ours) as answer:
            if answer.status in _REDIRECTS:
                goal = answer.getheader("Location")
                if not goal:
                    raise InputError("the server redirects to nowhere", _LATER)
                url = urljoin(url, goal)
                continue
            if answer.status == 304:
                return Fetched(url, None, etag, modified)
            if answer.status != 200:
                raise InputError(
                    f"the server says {answer.status} {answer.reason}", f"check the address; {_LATER}"
                )
            body = _decoded(answer, limits.max_bytes)
            return Fetched(url, body, answer.getheader("ETag"), answer.getheader("Last-Modified"))
    raise InputError(f"the server redirects more than {_MOST_REDIRECTS} times", "check the address")


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        port_is_number = False
    if not port_is_number or parts.scheme not in _PORTS or not parts.hostname:
        raise InputError(f"{url!r} is no address of the web", "give one that begins with https:// or http://")
    if not url.isascii() or any(c.isspace() for c in url):
        raise InputError(f"{url!r} has characters that an address cannot have", "write them as %XX")
    return parts


@contextmanager
def _asked(
    parts: SplitResult, limits: Limits, etag: str | None, modified: str | None, private: bool
) -> Iterator[http.client.HTTPResponse]:
    """The server's answer.

    A clock of its own ends the connection: a server that sends a byte now and then never lets the time
    for one byte run out.
    """
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip", "Connection": "close"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    late = threading.Event()
    with closing(_connection(parts, limits.seconds, private)) as connection:

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
        except (OSError, http.client.HTTPException) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                raise InputError(f"the server took longer than {limits.seconds:g} seconds", _LATER) from error
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise InputError(f"the server cannot be used: {said}", f"check the address; {_LATER}") from error
        finally:
            clock.cancel()
        if late.is_set():
            raise InputError(f"the server took longer than {limits.seconds:g} seconds", _LATER)


def _connection(parts: SplitResult, seconds: float, private: bool) -> http.client.HTTPConnection:
    """A connection to the address that was checked: a name may stand for another one a moment later."""
    host, port = str(parts.hostname), parts.port or _PORTS[parts.scheme]
    address = _address(host, port, private)

    class Checked(http.client.HTTPConnection):
        def connect(self) -> None:
            sock = socket.create_connection((address, port), seconds)
            if parts.scheme == "https":
                sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
            self.sock = sock

    return Checked(host, port, timeout=seconds)


def _address(host: str, port: int, private: bool) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"there is no server {host!r}", f"check the address; {_LATER}") from error
    for *_, address in found:
        if private or ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global:
            return str(address[0])
    raise InputError(
        f"{host!r} is on a private network, where it was not named", "name it yourself if it is yours"
    )


def _decoded(answer: http.client.HTTPResponse, most: int) -> bytes:
    """The body, decompressed piece by piece: a small one may stand for an endless one."""
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip", "deflate"}:
        raise InputError(f"the server compresses in a way that was not asked for ({coding})", _LATER)
    unpacker = None if coding == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    body = bytearray()
    while piece := answer.read1(_PIECE):
        try:
            body += piece if unpacker is None else unpacker.decompress(piece, most + 1 - len(body))
        except zlib.error as error:
            raise InputError("what the server compressed is damaged", _LATER) from error
        if len(body) > most:
            raise InputError(f"it is larger than {most} bytes", "raise the limit with --max-bytes")
    return bytes(body)
