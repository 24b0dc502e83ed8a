"""Addresses of the web: what one may be, how it is shown without secrets, what is on a private network."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import SplitResult, urljoin, urlsplit

from msgspec import Struct

from accord.intake.report_draft import InputError

PORTS = {"http": 80, "https": 443}
LATER = "it is tried again the next time"

_PARTS = re.compile(r"(?P<server>[^/?#]*)(?P<path>[^?#]*)(?P<query>[^#]*)")
_SERVER = re.compile(r"[^:@\[\]]+(?::\d*)?|\[[0-9a-fA-F:.%]*\](?::\d*)?")
_VALUE = re.compile(r"(?<==)[^&;]+")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind a translator (RFC 6052)


class Home(Struct, frozen=True):
    """A server of a private network that a person named: what it leads to on itself may be read as well."""

    host: str
    port: int

    def holds(self, parts: SplitResult) -> bool:
        """Whether an address is on this server, at the port that was named or at one of the web's own."""
        return parts.hostname == self.host and port_of(parts) in {self.port, *PORTS.values()}


def split_address(url: str) -> SplitResult:
    """The parts of an address.

    Raises:
        InputError: it is none of the web.
    """
    try:
        parts = urlsplit(url)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        raise _no_address(url) from None
    if not port_is_number or parts.scheme not in PORTS or not parts.hostname:
        raise _no_address(url)
    if not url.isascii() or any(c.isspace() for c in url):
        raise InputError(
            f"{shown_address(url)!r} has characters that an address cannot have", "write them as %XX"
        )
    return parts


def follow_address(url: str, goal: str) -> str:
    """Where `goal` leads to from `url`.

    Raises:
        InputError: nowhere.
    """
    try:
        return urljoin(url, goal)
    except ValueError:
        raise _no_address(goal) from None


def shown_address(place: str) -> str:
    """A place as it may be shown: of an address neither who asks nor the values of its query are.

    >>> shown_address("https://me:word@a.example/feed?key=123")
    'https://a.example/feed?key=…'
    """
    scheme, there, rest = place.partition("://")
    if not there:
        return place
    parts = _PARTS.match(rest)
    server = parts["server"].rpartition("@")[2] if parts else ""
    if parts is None or not _SERVER.fullmatch(server):  # what is none may be half a password
        return f"{scheme}://…"
    query = parts["query"]
    query = _VALUE.sub("…", query) if "=" in query else query and "?…"
    return f"{scheme}://{server}{parts['path']}{query}"


def port_of(parts: SplitResult) -> int:
    """The port of an address."""
    return parts.port or PORTS[parts.scheme]


def resolve(parts: SplitResult, private: bool) -> tuple[str, bool]:
    """The number of an address's server, and whether it is on a private network, where `private` allows it.

    Raises:
        InputError: there is no such server, or it may not be asked.
    """
    host = str(parts.hostname)
    try:
        found = socket.getaddrinfo(host, port_of(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"there is no server {host!r}", f"check the address; {LATER}") from error
    for *_, address in found:
        number = str(address[0])
        is_private = not is_public(number.partition("%")[0])
        if private or not is_private:
            return number, is_private
    raise InputError(
        f"{host!r} is on a private network, where it was not named", "name it yourself if it is yours"
    )


def is_public(number: str) -> bool:
    """Whether the number of a server is of the public network, whatever other number it stands for."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            within = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if within is not None:
            return within.is_global
    return address.is_global and not address.is_multicast


def _no_address(url: str) -> InputError:
    return InputError(
        f"{shown_address(url)!r} is no address of the web", "give one that begins with https:// or http://"
    )
