"""Marking quoted stretches loses no character and keeps every stretch whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from accord.present.view.highlight import Piece, blocks, plain, segment
from accord.records import Region


def leaves(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.anchor is None:
            yield piece
        else:
            yield from leaves(piece.parts)


def stretches(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.anchor is not None:
            yield piece
            yield from stretches(piece.parts)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(st.text(min_size=1, max_size=40))
    pairs = draw(
        st.sets(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda p: p[0] < p[1]))
    )
    return text, [(start, end, f"a{number}") for number, (start, end) in enumerate(sorted(pairs))]


@given(texts_with_spans())
def test_leaves_make_up_the_whole_text(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, spans = case
    ends = [(piece.start, piece.end) for piece in leaves(segment(0, len(text), spans))]
    assert "".join(text[start:end] for start, end in ends) == text
    assert all(start < end for start, end in ends)


@given(texts_with_spans())
def test_pieces_of_an_anchor_make_up_its_span(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, spans = case
    pieces = list(stretches(segment(0, len(text), spans)))
    for start, end, anchor in spans:
        mine = sorted((p.start, p.end, p.first) for p in pieces if p.anchor == anchor)
        assert mine[0][0] == start
        assert mine[-1][1] == end
        assert all(one[1] == other[0] for one, other in pairwise(mine))
        assert [first for *_, first in mine] == [True] + [False] * (len(mine) - 1)


@given(texts_with_spans(), st.lists(st.integers(0, 40), max_size=6))
def test_html_of_blocks_has_the_text(case: tuple[str, list[tuple[int, int, str]]], cuts: list[int]) -> None:
    text, spans = case
    text = "".join(
        "x" if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 else c for c in text
    )
    text = "".join("y" if ord(c) in (0xFFFE, 0xFFFF) else c for c in text)
    places = sorted({cut for cut in cuts if cut <= len(text)})
    regions = [Region(a, b, "body") for a, b in zip(places[::2], places[1::2], strict=False)]
    made = blocks(text, regions, spans)
    # The parser drops white space that leads a fragment, so a letter leads it.
    page = html.fragment_fromstring("<div>x" + "".join(str(block.html) for block in made) + "</div>")
    assert page.text_content() == "x" + text
    for start, end, anchor in spans:
        marks = page.xpath(f"//mark[@id='{anchor}' or @data-more='{anchor}']")
        assert "".join(mark.text_content() for mark in marks) == text[start:end]


def test_crossing_spans_are_cut_at_the_first_end() -> None:
    (block,) = blocks("abcdef", (), [(0, 4, "one"), (2, 6, "two")])
    assert block.html == ('<mark id="one">ab<mark id="two">cd</mark></mark><mark data-more="two">ef</mark>')


def test_a_span_over_two_regions_goes_on_in_the_second() -> None:
    made = blocks("ab\ncd", (Region(0, 2, "body"), Region(3, 5, "body")), [(1, 4, "q")])
    assert [str(block.html) for block in made] == [
        'a<mark id="q">b</mark>',
        '<mark data-more="q">\n</mark>',
        '<mark data-more="q">c</mark>d',
    ]
    assert [block.kind for block in made] == ["body", None, "body"]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"), ("a\r\nb", "a&#13;\nb"), ("a\0b", "a\ufffdb")],
)
def test_plain_text_is_escaped(text: str, escaped: str) -> None:
    assert plain(text) == escaped
