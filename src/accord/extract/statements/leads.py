"""What opens a sentence before its content starts: a date line, a conjunction."""

from __future__ import annotations

import re

from accord.extract.statements.cue import Ranges
from accord.extract.statements.tree import Tree

# KABUL (Reuters) - ...; WASHINGTON, D.C., Feb. 2 (UPI) -- ...
_DATE_LINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?:[ ,/][^\n()—–]{0,40}?)?\s*(?:\([^()\n]{2,40}\)\s*)?(?:—|–|--?)\s+"
)
_LEADING = frozenset({"but", "and", "or", "yet"})


def trim_lead(tree: Tree, content: Ranges) -> Ranges:
    """`content` without a date line or a conjunction that opens its sentence."""
    if not content:
        return content
    start, end = content[0]
    if (
        start != tree.sentence[start]
        and start
        and "\n" not in tree.text[tree.end[start - 1] : tree.start[start]]
    ):
        return content
    match = _DATE_LINE.match(tree.text, tree.start[start], tree.end[end - 1])
    while match is not None and start < end and tree.start[start] < match.end():
        start += 1
    while start < end and (not tree.lower[start].strip() or tree.lower[start] in _LEADING):
        start += 1
    return ((start, end), *content[1:]) if start < end else content[1:]
