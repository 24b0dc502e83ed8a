"""Pages without a report are refused with what they are."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from accord.intake.page_facts import read_facts
from accord.intake.page_kinds import is_cut_off, is_paywall_line, refuse_no_report
from accord.intake.page_words import PageWords
from accord.intake.report_draft import InputError

WORDS = PageWords.load()
PROSE = (
    "<p>The old mill at Brack burned down on Monday night, and nobody was hurt, the fire service said.</p>"
)
STORY = '<article><h3><a href="/{0}">Story {0}</a></h3>' + PROSE + "</article>"


def refuse(markup: str) -> None:
    tree = document_fromstring(f"<html>{markup}</html>")
    refuse_no_report(tree, read_facts(tree), WORDS)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<title>One moment</title><p>We are checking your browser before you go on.</p>", "robots"),
        ("<h1>Before you continue</h1><p>We and our partners use cookies.</p>", "consent"),
        ("<title>Page not found - The Fen</title><p>Try the front page.</p>", "error page"),
        ("<title>Mill burns</title><noscript>Please enable JavaScript.</noscript>", "JavaScript"),
        ("<title>Search results for mill</title><p>12 hits</p>", "search"),
        ('<meta property="og:type" content="website">' + "".join(map(STORY.format, "123")), "front page"),
    ],
)
def test_no_report(markup: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        refuse(markup)


def test_a_report_about_cookies_or_robots_is_one() -> None:
    refuse(
        "<h1>Court rules on consent</h1>" + PROSE * 12 + "<p>Sites may not say accept all or reject all.</p>"
    )


def test_a_stub_is_cut_off() -> None:
    line = "Already a subscriber? Sign in to continue reading."
    tree = document_fromstring(f"<html><body>{PROSE}<p>{line}</p></body></html>")
    assert is_cut_off(tree, read_facts(tree), WORDS, "The old mill burned down.")
    assert is_paywall_line(line, WORDS)
    assert not is_cut_off(tree, read_facts(tree), WORDS, "The old mill burned down. " * 60)
