"""What a page states about itself, as it stands there: meta elements, JSON-LD, headings, addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from msgspec import Struct

_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_SAVED = re.compile(
    r"^\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:)\s*(\S+)", re.IGNORECASE
)
_CODE_EDGES = re.compile(r"\A\s*(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")
# What an article's node has in it that is another thing with a headline or day of its own.
_OTHER_THINGS = frozenset(
    {"image", "video", "audio", "associatedmedia", "publisher", "author", "creator", "haspart", "comment"}
    | {"itemlistelement", "mentions", "about", "ispartof", "citation", "relatedlink", "thumbnail", "sponsor"}
)
_ARTICLE = re.compile(r"(?:article|posting|report|review|advertisercontent|newsitem)\Z", re.IGNORECASE)
_DEEPEST = 8
_FIRST_COMMENTS = 20
_PAGE_PARTS = ("header", "footer", "nav", "aside")

Node = Mapping[str, Any]


class PageFacts(Struct, frozen=True):
    """What a page states.

    `metas` are its meta elements by name or property in lower case, the first of each; `article` is the node
    of JSON-LD that stands for the article, empty where there is none, `nodes` all nodes; `headings` the texts
    of the first-rank headings in the page's body, without those of its header and footer.
    """

    metas: Mapping[str, str]
    nodes: tuple[Node, ...]
    article: Node
    page_title: str
    headings: tuple[str, ...]
    url: str | None

    def meta(self, *names: str) -> str | None:
        """The first of the meta elements called `names` that says something."""
        return next((value for name in names if (value := self.metas.get(name))), None)


def read_facts(tree: Any) -> PageFacts:
    """What the page of `tree` (an lxml element) states about itself."""
    metas = _metas(tree)
    title = one_line(next((element.text_content() for element in tree.iter("title")), ""))
    headings = tuple(_headings(tree))
    nodes = tuple(_nodes(tree))
    article = _article(nodes, {letters(title), *map(letters, headings)})
    return PageFacts(metas, nodes, article, title, headings, _url(tree, metas, article))


def one_line(text: object) -> str:
    """`text` with its entities decoded and single spaces; nothing for what is no text."""
    return " ".join(unescape(unescape(text)).split()) if isinstance(text, str) else ""


def letters(text: str) -> str:
    """The letters and digits of `text`, to compare it by."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = one_line(element.get("content"))
        if name and value:
            metas.setdefault(name.strip().lower(), value)
    return metas


def _headings(tree: Any) -> Iterator[str]:
    for element in tree.iter("h1"):
        around = next(element.iterancestors(*_PAGE_PARTS), None)
        if around is not None and around.getparent() is not None and around.getparent().tag == "body":
            continue
        if text := one_line(element.text_content()):
            yield text


def _nodes(tree: Any) -> Iterator[Node]:
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        try:
            data = json.loads(_CODE_EDGES.sub("", element.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(data, 0)


def _walk(data: object, depth: int) -> Iterator[Node]:
    """The nodes in `data`, those of other things than the page and its article left out."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _walk(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for name, value in data.items():
            if isinstance(value, dict | list) and name.lower() not in _OTHER_THINGS:
                yield from _walk(value, depth + 1)


def _types(node: Node) -> list[str]:
    types = node.get("@type")
    return [one for one in (types if isinstance(types, list) else [types]) if isinstance(one, str)]


def _article(nodes: tuple[Node, ...], titles: set[str]) -> Node:
    """The node of the article: of several, the one whose headline the page shows, then the first."""
    found = [node for node in nodes if any(_ARTICLE.search(one) for one in _types(node))]
    for node in found:
        headline = letters(one_line(node.get("headline") or node.get("name")))
        if headline and any(headline in title or (title and title in headline) for title in titles):
            return node
    if len(found) > 1 and len({letters(one_line(node.get("headline"))) for node in found}) > 1:
        return {}
    return found[0] if found else {}


def _url(tree: Any, metas: Mapping[str, str], article: Node) -> str | None:
    """The page's own word on its address, then the word of the program that saved it."""
    canonical = next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"),
        None,
    )
    page = article.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, Mapping) else page
    told = [canonical, metas.get("og:url"), article.get("url"), page]
    found = [one.strip() for one in told if isinstance(one, str) and _ADDRESS.fullmatch(one.strip())]
    # An address without a path is that of the site.
    found.sort(key=lambda one: one.rstrip("/").count("/") <= 2)
    return found[0] if found else _saved_from(tree)


def _saved_from(tree: Any) -> str | None:
    for comment in tree.xpath("//comment()")[:_FIRST_COMMENTS]:
        match = _SAVED.match(comment.text or "")
        if match and (address := _ADDRESS.match(match[1])):
            return str(address[0])
    return None
