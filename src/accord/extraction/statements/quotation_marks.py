"""Pairs quotation marks of every style, over paragraphs, with marks that are missing."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

# Opening mark -> the marks that can close it.  German and Polish open low; Swedish and some
# keyboards open with the closing mark, which the position tells.
_CLOSERS = {
    "“": "”“\"", "„": "“”\"", "«": "»", "‹": "›", "``": "''", "''": "''", '"': "\"”",
    "”": "”", "‘": "’'", "‚": "‘’", "'": "'’", "`": "'’",
}  # fmt: skip
_SINGLE = frozenset("‘‚'`‹")
# Quotations do not nest deeper; marks that are never closed may stand as thick as anyone likes.
_DEEPEST = 24
_ASIDES = 2
_MARK = re.compile(r"``|''|[“”„\"«»‹›‘’‚'`]")
# Any mark but what may be an apostrophe.
_DOUBLE = re.compile(r"``|''|[“”„\"«»]")
_PARAGRAPH = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)


class Quotation(Struct, frozen=True):
    """The characters `start:end` from opening to closing mark, `inner_start:inner_end` between them.

    `closed` is False where the closing mark is missing; `continues` is True where the paragraph
    before left the same quotation open; `depth` is 0 for a quotation that stands in no other.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: bool = False
    depth: int = 0


class _Open(Struct):
    mark: str
    start: int
    inner: int
    continues: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation in `text`, in order of its start; they nest or are disjoint.

    A quotation ends at the end of its paragraph at the latest.  Where the next paragraph opens
    with the same mark, it goes on there (`continues`); a paragraph or two without any mark may stand between.
    """
    found: list[Quotation] = []
    carried: str | None = None
    waited = 0
    paragraphs = list(_PARAGRAPH.finditer(text))
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.span()
        if carried is not None and waited < _ASIDES and _is_aside(paragraph.group()):
            waited += 1
            continue
        ahead = paragraphs[number + 1].group().lstrip()[:1] if number + 1 < len(paragraphs) else ""
        pieces, carried = _pair(text, start, end, carried, ahead)
        waited = 0
        found.extend(pieces)
    found.sort(key=lambda q: (q.start, -q.end))
    return _with_depth(found)


def _is_aside(paragraph: str) -> bool:
    """Whether a paragraph quotes nothing, as a caption between two paragraphs of one quotation."""
    return _DOUBLE.search(paragraph) is None and paragraph.lstrip()[:1] not in _CLOSERS


def _pair(
    text: str, start: int, end: int, carried: str | None, ahead: str
) -> tuple[list[Quotation], str | None]:
    """The quotations of a paragraph, and the mark of one left open; `ahead` opens the next paragraph."""
    stack: list[_Open] = []
    found: list[Quotation] = []
    marks = list(_MARK.finditer(text, start, end))
    first = True
    for index, match in enumerate(marks):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        inmost = range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1)
        closing = next((k for k in inmost if mark in _CLOSERS[stack[k].mark]), None)
        if closing is not None and _may_close(mark, before, after, stack[closing].mark):
            if mark in "'’" and _is_possessive(text, marks, index, stack[closing].mark):
                continue
            opened = stack[closing]
            del stack[closing:]
            found.append(Quotation(opened.start, match.end(), opened.inner, at, continues=opened.continues))
        elif _may_open(mark, before, after):
            goes_on = first and carried == mark and not text[start:at].strip()
            stack.append(_Open(mark, at, match.end(), goes_on))
        first = False
    left_open = next((o for o in stack if o.mark not in _SINGLE or _is_left(text, start, o, ahead)), None)
    if left_open is None:
        return found, None
    last = len(text[start:end].rstrip()) + start
    found = [q for q in found if q.start < left_open.start or q.end <= last]
    if last > left_open.inner:
        found.append(
            Quotation(
                left_open.start, last, left_open.inner, last, closed=False, continues=left_open.continues
            )
        )
    return found, left_open.mark


def _is_left(text: str, start: int, opened: _Open, ahead: str) -> bool:
    """Whether a single mark that nothing closes opens a paragraph, or the next does so too."""
    if not text[opened.inner : opened.inner + 1].isupper():
        return False
    before = text[start : opened.start].rstrip()
    return not before or before.endswith(":") or ahead == opened.mark


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in {"«", "‹"}:
        return True  # French sets spaces inside its marks
    if mark not in _CLOSERS or after.isspace():
        return False
    if mark in "'’`":
        return mark != "’" and not before.isalnum() and before not in ".,!?;" and after.isalnum()
    if mark in {'"', "''", "”"}:
        return not before.isalnum() and before not in ".,!?;:…%)"
    return True


def _may_close(mark: str, before: str, after: str, opened: str) -> bool:
    if mark in "'’":
        return not before.isspace() and not after.isalnum()
    if mark == "“" and opened == "“":
        return not before.isspace() and not after.isalnum()
    if mark in {'"', "''"}:
        return not (before.isspace() and not after.isspace()) and not (before in "([—–" and after.isalnum())
    return True


def _is_possessive(text: str, marks: list[re.Match[str]], index: int, opened: str) -> bool:
    """Whether an apostrophe after s is a possessive ("the allies' choice") inside single quotes."""
    end = marks[index].end()
    if text[end - 2 : end - 1] != "s" or not re.match(r" [a-z]", text[end : end + 2]):
        return False
    for at in range(index + 1, len(marks)):
        match = marks[at]
        after = text[match.end() : match.end() + 1]
        if match.group() in _SINGLE:
            return False
        if match.group() in _CLOSERS[opened] and not after.isalnum():
            return True
    return False


def _with_depth(found: list[Quotation]) -> tuple[Quotation, ...]:
    ends: list[int] = []
    nested: list[Quotation] = []
    for quotation in found:
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        if ends and quotation.end > ends[-1]:
            continue  # crosses an open quotation: the marks are broken here
        nested.append(replace(quotation, depth=len(ends)) if ends else quotation)
        ends.append(quotation.end)
    return tuple(nested)
