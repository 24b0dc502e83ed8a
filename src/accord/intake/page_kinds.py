"""Pages without a report in them: challenges, consent, errors, front pages; and reports that are cut off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accord.intake.page_facts import PageFacts, one_line
from accord.intake.page_furniture import count_teasers
from accord.intake.page_words import PageWords
from accord.intake.report_draft import InputError

_SHORT = 150
_FEWEST_STORIES = 3
_WEBSITE = ("website", "blog", "")
_SAVE = "open the page in a browser, wait until the article is there, and save that"


def refuse_no_report(tree: Any, facts: PageFacts, words: PageWords) -> None:
    """Refuse a page that has no report.

    Raises:
        InputError: what the page is instead.
    """
    whole = _visible(tree)
    title = one_line(" ".join([facts.page_title, *facts.headings])).lower()
    if _is_front(tree, facts):
        raise InputError(
            "it is a front page: it lists stories and tells none", "give the pages of the stories"
        )
    if _has(title, words.search):
        raise InputError("it is a page of search results", "give the pages that it lists")
    if len(whole.split()) > _SHORT or facts.article.get("articleBody"):
        return
    if _has(title, words.missing) or _count(whole, words.missing) > 1:
        raise InputError("it is an error page: the article is not there", "look for it under another address")
    if _has(title, words.challenge) or _has(whole, words.challenge):
        raise InputError("it is a check for robots, with no report in it", _SAVE)
    if _has(title, words.consent) or _count(whole, words.consent) > 1:
        raise InputError("it is a page that asks for consent, with no report in it", _SAVE)
    if _has(whole, words.script) and len(whole.split()) < _SHORT // 3:
        raise InputError("its article is loaded by JavaScript and is not in it", _SAVE)


def is_cut_off(tree: Any, facts: PageFacts, words: PageWords, text: str) -> bool:
    """Whether the page keeps the rest of its article for subscribers."""
    if len(text.split()) > _SHORT:
        return False
    return _has(_visible(tree), words.paywall)


def is_paywall_line(line: str, words: PageWords) -> bool:
    """Whether a short line invites to subscribe, or to sign in, for the rest."""
    return len(line.split()) <= _SHORT // 5 and _has(line.lower(), words.paywall)


def _visible(tree: Any) -> str:
    skipped = ("script", "style", "template", "head")
    parts: list[str] = []
    for element in tree.iter():
        inside = isinstance(element.tag, str) and element.tag not in skipped
        if inside and element.text:
            parts.append(element.text)
        if element.tail and element.getparent() is not None and element.getparent().tag not in skipped:
            parts.append(element.tail)
    return one_line(" ".join(parts)).lower()


def _is_front(tree: Any, facts: PageFacts) -> bool:
    if (facts.meta("og:type") or "").lower() not in _WEBSITE or facts.article:
        return False
    stories = count_teasers(tree)
    plain = sum(
        len(paragraph.text_content().split()) > 20 and not _follows_teaser(paragraph)
        for paragraph in tree.iter("p")
    )
    return stories >= _FEWEST_STORIES and plain <= 1 and not facts.meta("article:published_time")


def _follows_teaser(paragraph: Any) -> bool:
    """Whether the paragraph stands under a heading that is a link, or is a link itself."""
    box = paragraph.getparent()
    if box is None:
        return False
    headings = list(box.iter("h2", "h3", "h4"))
    return any(list(heading.iter("a")) for heading in headings) or any(paragraph.iterancestors("a"))


def _has(text: str, phrases: Sequence[str]) -> bool:
    return any(phrase in text for phrase in phrases)


def _count(text: str, phrases: Sequence[str]) -> int:
    return sum(phrase in text for phrase in phrases)
