"""What pages state about themselves."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from accord.intake.page_facts import PageFacts, read_facts


def facts(markup: str) -> PageFacts:
    return read_facts(document_fromstring(markup))


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- saved from url=(0022)https://fen.example/1 --><html><body><p>x</p></body></html>",
        "<html><!--\n Page saved with SingleFile \n url: https://fen.example/1 \n --><body>x</body></html>",
        '<link rel="canonical" href="https://fen.example/"><meta property="og:url" '
        'content="https://fen.example/1"><p>x</p>',
    ],
    ids=["browser", "SingleFile", "the site is not the page"],
)
def test_addresses(markup: str) -> None:
    assert facts(markup).url == "https://fen.example/1"


def test_the_article_is_the_node_that_the_page_shows() -> None:
    nodes = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "Bridge opens"},'
        ' {"@type": "NewsArticle", "headline": "Mill burns down"}]}'
    )
    page = f'<script type="application/ld+json">{nodes}</script><h1>Mill burns down</h1>'
    assert facts(page).article["headline"] == "Mill burns down"
    assert facts(page.replace("<h1>Mill", "<h1>No mill")).article["headline"] == "Mill burns down"
    assert facts(page.replace("<h1>Mill burns down", "<h1>Snow")).article == {}, "either may be a teaser"


def test_broken_json_and_doubly_escaped_text_are_borne() -> None:
    page = '<script type="application/ld+json">{"@type": </script><meta name="a" content="Fen &amp;amp; Co">'
    assert facts(page + "<p>x</p>").article == {}
    assert facts(page + "<p>x</p>").meta("b", "a") == "Fen & Co"
