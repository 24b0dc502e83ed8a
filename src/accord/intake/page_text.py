"""The text of a page's article: what the converter finds, checked against what the page holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from accord.intake.page_facts import Node, letters, one_line

_BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "div", "td")
_AROUND = ("nav", "footer", "aside", "form", "figure", "button", "script", "style", "template")
_HEAD_CHARACTERS = 600
_PROSE = 80
# Words that the converter may lose before the page's own paragraphs are taken.
_LOST_SHARE = 0.1
_FULLER_SHARE = 1.25


def spread(text: str) -> str:
    """`text`, each block of which is one line, with blank lines between all but list items and table rows."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    spread = lines[:1]
    for before, line in pairwise(lines):
        together = before[0] == line[0] and line.startswith(("- ", "|"))
        spread += [line] if together else ["", line]
    return "\n".join(spread)


def fullest(found: str, tree: Any, article: Node) -> str:
    """What the converter `found`, unless the page's paragraphs or the body in its JSON-LD hold more of it."""
    own = list(_paragraphs(tree, found))
    prose = [line for line in own if len(line) >= _PROSE]
    there = letters(found)
    lost = sum(len(line) for line in prose if letters(line) not in there)
    if prose and lost > _LOST_SHARE * (len(found) + lost):
        found = "\n".join(own)
    stated = _body(article)
    if len(stated.split()) > _FULLER_SHARE * len(found.split()):
        return stated
    return found


def printed_above(tree: Any) -> str:
    """What the page prints between its headline and its first paragraph, machine-readable times first."""
    headline = next(tree.iter("h1"), None)
    if headline is None:
        return ""
    inside, said, times = False, [], []
    for element in tree.iter():
        if element is headline:
            inside = True
        if not inside or not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if element.tag == "p" and len(element.text_content()) >= _PROSE:
            break
        if element.tag == "time" and element.get("datetime"):
            times.append(str(element.get("datetime"))[:10])
        if element is not headline:
            said.append(element.text or "")
        said.append(element.tail or "")
        if sum(map(len, said)) > _HEAD_CHARACTERS:
            break
    return times[0] if times else one_line(" ".join(said))


def _body(article: Node) -> str:
    """The body that a node states, in its own lines."""
    body = article.get("articleBody")
    if not isinstance(body, str) or "<" in body:
        return ""
    return "\n".join(one_line(line) for line in body.splitlines() if line.strip())


def _paragraphs(tree: Any, found: str) -> Iterator[str]:
    """The blocks of the part of a page that holds all of what was `found`."""
    box = _box(tree, letters(found))
    if box is None:
        return
    for element in box.iter(*_BLOCKS):
        if any(True for _ in element.iterancestors(*_AROUND)) or _has_blocks(element):
            continue
        if text := one_line(element.text_content()):
            yield f"- {text}" if element.tag == "li" else text


def _has_blocks(element: Any) -> bool:
    return any(inner is not element for inner in element.iter(*_BLOCKS))


def _box(tree: Any, there: str) -> Any:
    """The article or main part that holds the paragraphs of `there`; else what they have in common."""
    known = [
        one
        for one in tree.iter("p")
        if len(one.text_content()) >= _PROSE and letters(one.text_content()) in there
    ]
    if not known:
        return None
    for element in [*known[0].iterancestors("article"), *known[0].iterancestors("main")]:
        if all(_is_within(one, element) for one in known):
            return element
    return _common(known)


def _common(elements: Sequence[Any]) -> Any:
    box = elements[0].getparent()
    while box is not None and not all(_is_within(one, box) for one in elements):
        box = box.getparent()
    return box


def _is_within(element: Any, box: Any) -> bool:
    return any(above is box for above in element.iterancestors())
