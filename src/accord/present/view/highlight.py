"""A report's text as HTML in which every quoted stretch is an element that links can point at.

Quoted stretches nest and overlap.  Where one lies inside another its element does too; where two
cross, the later one is cut at the earlier one's end and goes on behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from accord.records import Region

QuotedSpan = tuple[int, int, str]
"""`(start, end, anchor)`"""


class Piece(Struct, frozen=True):
    """Plain text (`anchor` None, `parts` empty) or a quoted stretch made of `parts`.

    `first` is false for a piece that goes on with a stretch begun earlier.
    """

    start: int
    end: int
    anchor: str | None = None
    first: bool = True
    parts: tuple[Piece, ...] = ()


class MarkedBlock(Struct, frozen=True):
    """A region of a report as shown: its kind (None between regions) and its marked text."""

    kind: str | None
    html: Markup
    quoted: bool


def blocks(
    text: str,
    regions: Sequence[Region],
    spans: Sequence[QuotedSpan],
    disputed: Collection[str] = (),
) -> tuple[MarkedBlock, ...]:
    """`text` cut at the ends of `regions`, each block with its `spans` marked; nothing is left out.

    Marks of the anchors in `disputed` have the class "disputed".
    """
    return tuple(
        MarkedBlock(
            kind, Markup("".join(_html(text, pieces, disputed))), any(piece.anchor for piece in pieces)
        )
        for kind, pieces in _blocks(text, tuple(regions), tuple(spans))
    )


def segment(start: int, end: int, spans: Sequence[QuotedSpan]) -> tuple[Piece, ...]:
    """The characters `start` to `end` as pieces in which `spans` nest, in order and without gaps.

    A span reaching beyond is cut; its piece at the span's own start is the one with `first` set.
    """
    clipped = [
        (max(s, start), min(e, end), anchor, s >= start) for s, e, anchor in spans if s < end and e > start
    ]
    return _nest(start, end, sorted(clipped, key=_outermost_first))


def _blocks(
    text: str, regions: tuple[Region, ...], spans: tuple[QuotedSpan, ...]
) -> Iterator[tuple[str | None, tuple[Piece, ...]]]:
    at = 0
    for region in regions:
        if region.start > at:
            yield None, segment(at, region.start, spans)
        if region.end > max(at, region.start):
            yield region.kind, segment(max(at, region.start), region.end, spans)
        at = max(at, region.end)
    if at < len(text):
        yield None, segment(at, len(text), spans)


def _nest(start: int, end: int, spans: list[tuple[int, int, str, bool]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = start
    while spans:
        s, e, anchor, first = spans[0]
        if s > at:
            pieces.append(Piece(at, s))
        inside: list[tuple[int, int, str, bool]] = []
        rest: list[tuple[int, int, str, bool]] = []
        behind = bisect_left(spans, e, lo=1, key=lambda span: span[0])
        for other in spans[1:behind]:
            inside.append((other[0], min(other[1], e), other[2], other[3]))
            if other[1] > e:
                rest.append((e, other[1], other[2], False))
        pieces.append(Piece(s, e, anchor, first, _nest(s, e, inside)))
        at = e
        spans = spans[behind:] if not rest else sorted(rest + spans[behind:], key=_outermost_first)
    if at < end:
        pieces.append(Piece(at, end))
    return tuple(pieces)


def _outermost_first(span: tuple[int, int, str, bool]) -> tuple[int, int]:
    return span[0], -span[1]


def _html(text: str, pieces: Sequence[Piece], disputed: Collection[str]) -> Iterator[str]:
    """The HTML of `pieces`: every character of `text` and every anchor escaped."""
    for piece in pieces:
        if piece.anchor is None:
            yield plain(text[piece.start : piece.end])
            continue
        name = "id" if piece.first else "data-more"
        kind = ' class="disputed"' if piece.anchor in disputed else ""
        yield f'<mark {name}="{escape(piece.anchor)}"{kind}>'
        yield from _html(text, piece.parts, disputed)
        yield "</mark>"


def plain(text: str) -> str:
    """`text` escaped; characters HTML would alter are kept (CR) or shown as U+FFFD (NUL)."""
    return str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd")
