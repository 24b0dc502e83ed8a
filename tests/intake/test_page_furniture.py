"""What links and classes tell to be no part of the article is taken out; the article stays."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from accord.intake.page_furniture import count_teasers, drop_furniture
from accord.intake.page_words import PageWords

FIRST = "The old mill at Brack burned down on Monday night, and nobody was hurt, the fire service said."
SECOND = "Crews from three towns fought the flames until noon, and the road was closed to all traffic."


def left(markup: str) -> str:
    tree = document_fromstring(f"<body><article><p>{FIRST}</p>{markup}<p>{SECOND}</p></article></body>")
    drop_furniture(tree, PageWords.load())
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize(
    "markup",
    [
        '<blockquote class="twitter-tweet"><p>All sheep are safe. @brackfire</p></blockquote>',
        '<div class="c"><h3><a href="/2">Bridge opens</a></h3><p>The bridge over the Fen was</p></div>',
        '<ul><li><a href="/2">Bridge opens</a></li><li><a href="/3">Fair closes</a></li></ul>',
        '<div class="newsletter-signup">Get the Fen in your inbox.</div>',
        "<figure><figcaption>The mill in May.</figcaption></figure>",
        '<p><a href="/2">More: bridge opens</a></p>',
    ],
    ids=["post", "teaser", "links", "newsletter", "caption", "line that is a link"],
)
def test_furniture_goes(markup: str) -> None:
    assert left(markup).replace(" ", "") == f"{FIRST}{SECOND}".replace(" ", "")


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>We lost it all, said Ada Fenn.</p></blockquote>",
        '<p><a href="/2">The owner said on Monday that she would build it again.</a></p>',
        "<h2>The cause</h2>",
        "<ul><li>Nobody was hurt.</li></ul>",
    ],
    ids=["quotation", "linked sentence", "crosshead", "list"],
)
def test_the_article_stays(markup: str) -> None:
    words = document_fromstring(f"<div>{markup}</div>").text_content()
    assert words in left(markup)


def test_what_holds_most_of_a_page_is_its_article_whatever_its_class() -> None:
    assert FIRST in left(f'<div class="social"><p>{FIRST}</p><p>{SECOND}</p></div>')


def test_teasers_are_counted() -> None:
    markup = '<h2><a href="/2">Bridge</a></h2><h2>The cause</h2><nav><h2><a href="/3">Fair</a></h2></nav>'
    assert count_teasers(document_fromstring(f"<body>{markup}</body>")) == 1
