"""Takes out of a page what is no part of its article, while links and classes still tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from accord.intake.page_words import PageWords
from accord.text.blocks import SENTENCE_END

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTAINERS = ("div", "li", "section", "article", "aside")
_NEVER = ("html", "body", "main", "p")
_ALWAYS = ("figcaption", "aside", "iframe", "form", "button", "noscript", "template", "dialog")
# What has this share of a page's paragraphs is its article, whatever its class says.
_ARTICLE_SHARE = 0.3
_LINK_SHARE = 0.8
_TEASER_CHARACTERS = 400
_LONG_SENTENCE = 8
_CLASS = re.compile(r"[\w-]+")


def drop_furniture(tree: Any, words: PageWords) -> None:
    """Take embedded posts, teasers, lists of links, captions and prompts out of `tree`, which is changed."""
    total = sum(len(paragraph.text_content()) for paragraph in tree.iter("p")) or 1
    for element in [one for one in tree.iter() if isinstance(one.tag, str)]:
        if element.getparent() is None or element.tag in ("html", "body", "head", "main"):
            continue
        if not _is_furniture(element, words):
            continue
        held = sum(len(paragraph.text_content()) for paragraph in element.iter("p"))
        if held < _ARTICLE_SHARE * total or element.tag == "blockquote" or element.tag == "p":
            element.drop_tree()


def _is_furniture(element: Any, words: PageWords) -> bool:
    classes = _classes(element)
    if not classes.isdisjoint(words.post_classes):
        return True
    if element.tag in _ALWAYS:
        return True
    if element.tag not in _NEVER and not classes.isdisjoint(words.furniture_classes):
        return True
    if element.tag in _CONTAINERS and _is_teaser(element):
        return True
    if element.tag in ("ul", "ol"):
        return _is_link_list(element)
    return element.tag in ("p", *_HEADINGS[1:]) and _is_link_only(element)


def _classes(element: Any) -> set[str]:
    return set(_CLASS.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower()))


def _is_teaser(element: Any) -> bool:
    """A heading that is a link, and a few words under it: another story."""
    text = element.text_content().strip()
    if not text or len(text) > _TEASER_CHARACTERS:
        return False
    headings = list(element.iter(*_HEADINGS))
    return len(headings) == 1 and headings[0].tag != "h1" and _is_linked(headings[0])


def _is_linked(element: Any) -> bool:
    text = "".join(element.text_content().split())
    linked = "".join("".join(link.text_content().split()) for link in element.iter("a") if link.get("href"))
    if any(above.tag == "a" for above in element.iterancestors("a")):
        return bool(text)
    return bool(text) and len(linked) >= _LINK_SHARE * len(text)


def _is_link_list(element: Any) -> bool:
    items = list(element.iter("li"))
    return bool(items) and all(_is_link_only(item) or not item.text_content().strip() for item in items)


def _is_link_only(element: Any) -> bool:
    text = " ".join(element.text_content().split())
    if not _is_linked(element):
        return False
    sentence = SENTENCE_END.search(text) and len(text.split()) >= _LONG_SENTENCE
    return not sentence


def count_teasers(tree: Any) -> int:
    """How many headings of the page are links to other pages with a text of their own."""
    return sum(_is_linked(heading) for heading in _body_headings(tree))


def _body_headings(tree: Any) -> Iterator[Any]:
    for heading in tree.iter("h2", "h3", "h4"):
        if not any(True for _ in heading.iterancestors("nav", "footer", "aside")):
            yield heading
