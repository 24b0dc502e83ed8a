"""The whole article is taken, wherever the page holds the most of it."""

from __future__ import annotations

from lxml.html import document_fromstring  # type: ignore[import-untyped]

from accord.intake.page_text import fullest, printed_above, spread

FIRST = "The old mill at Brack burned down on Monday night, and nobody was hurt, the fire service said."
SECOND = "Crews from three towns fought the flames until noon, and the road was closed to all traffic."
PAGE = (
    f"<body><article><h1>Mill</h1><div><p>{FIRST}</p></div><div><p>{SECOND}</p></div></article>"
    "<aside><p>Another story of the same paper that is long enough to be prose by its length.</p></aside>"
)


def test_paragraphs_that_were_lost_are_taken_from_the_page() -> None:
    assert fullest(FIRST, document_fromstring(PAGE), {}) == f"{FIRST}\n{SECOND}"


def test_what_lost_nothing_stays_as_it_is() -> None:
    found = f"Mill\n{FIRST}\n{SECOND}"
    assert fullest(found, document_fromstring(PAGE), {"articleBody": FIRST}) == found


def test_a_longer_body_in_the_metadata_is_taken() -> None:
    body = f"{FIRST}\n\n{SECOND} {SECOND} The cause is not known."
    assert fullest(FIRST, document_fromstring("<p>x</p>"), {"articleBody": body}) == body.replace(
        "\n\n", "\n"
    )


def test_blocks_are_spread_and_lists_are_not() -> None:
    assert spread("a\nb\n- c\n- d") == "a\n\nb\n\n- c\n- d"


def test_what_is_printed_above_the_text() -> None:
    page = f"<body><h1>Mill</h1><div>By Ada Fenn</div><p>{FIRST}</p><div>2 May 2031</div></body>"
    assert printed_above(document_fromstring(page)) == "By Ada Fenn"
    timed = page.replace("By Ada Fenn", '<time datetime="2031-05-02T10:00">today</time>')
    assert printed_above(document_fromstring(timed)) == "2031-05-02"
