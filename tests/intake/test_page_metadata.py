"""Title, source and day of pages, from what they state and print."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from accord.intake.days import DayFinder
from accord.intake.page_facts import read_facts
from accord.intake.page_metadata import page_day, page_source, page_title
from accord.intake.page_text import printed_above

PROSE = (
    "<p>The old mill at Brack burned down on Monday night, and nobody was hurt, the fire service of the "
    "county said on Tuesday.</p>"
)


def page(head: str = "", body: str = "", heading: str = "<h1>Mill burns down at Brack</h1>") -> str:
    return f"<html><head>{head}</head><body><article>{heading}{body}{PROSE}</article></body></html>"


def ld(node: str) -> str:
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        (page("<title>Mill burns down at Brack - County | The Fen</title>"), "Mill burns down at Brack"),
        (
            page(
                '<meta name="application-name" content="The Fen">',
                heading="<h1>The Fen</h1><h1>Mill burns down</h1>",
            ),
            "Mill burns down",
        ),
        (
            page(
                '<meta property="og:title" content="Mill burns at night | The Fen"><title>x</title>',
                heading="",
            ),
            "Mill burns at night",
        ),
        (
            page(
                '<meta property="og:title" content="A night of fire">'
                + ld('{"@type": "NewsArticle", "headline": "Mill burns down at Brack"}')
            ),
            "Mill burns down at Brack",
        ),
        (
            page("<title>U.K. mill burns down | The Fen</title>", heading="<h1>U.K. mill burns down</h1>"),
            "U.K. mill burns down",
        ),
    ],
    ids=["section and site", "two headings", "og:title alone", "node and heading agree", "dots"],
)
def test_titles(markup: str, title: str) -> None:
    assert page_title(read_facts(document_fromstring(markup))) == title


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<meta property="og:site_name" content="The Fen Courier">', "The Fen Courier"),
        (
            '<meta property="og:site_name" content="FenCourier"><title>Mill burns | Fen Courier</title>',
            "Fen Courier",
        ),
        ('<meta property="og:site_name" content="https://www.fen.example">', "fen.example"),
        (
            '<meta property="og:site_name" content="@fencourier">'
            '<link rel="canonical" href="https://www.fen.example/1">',
            "fen.example",
        ),
        (
            ld('{"@type": "NewsArticle", "headline": "Mill burns", "publisher": {"name": "Fen Courier"}}'),
            "Fen Courier",
        ),
        ("", None),
    ],
    ids=["stated", "squashed", "address", "handle", "publisher", "none"],
)
def test_sources(head: str, source: str | None) -> None:
    assert page_source(read_facts(document_fromstring(page(head)))) == source


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (
            ld(
                '{"@type": "NewsArticle", "headline": "Mill burns down at Brack", "datePublished":'
                ' "2031-05-02T23:30:00-05:00", "image": {"datePublished": "2031-04-01"}}'
            ),
            "",
            "2031-05-02",
        ),
        (
            '<meta property="article:modified_time" content="2031-06-01T00:00:00Z">'
            '<meta property="article:published_time" content="2031-05-02T00:00:00Z">',
            "",
            "2031-05-02",
        ),
        ("", "<div>By Ada Fenn, 2 May 2031</div>", "2031-05-02"),
        ("", "<div>2 May 2031, corrected on 9 May 2031</div>", None),
        ('<link rel="canonical" href="https://fen.example/2031/05/02/mill">', "", "2031-05-02"),
        ('<meta name="date" content="1935496800">', "", "2031-05-02"),
    ],
    ids=["in its own zone", "not modified", "printed", "two printed", "address", "seconds"],
)
def test_days(head: str, body: str, day: str | None) -> None:
    tree = document_fromstring(page(head, body))
    assert page_day(read_facts(tree), printed_above(tree), DayFinder.load()) == day
