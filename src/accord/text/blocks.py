"""Lines to blocks: a paragraph, a heading or a list item each; hard-wrapped lines are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

# Lines longer than this were not wrapped by a mail program or a terminal.
_WIDEST = 110
_NARROWEST = 45
# A line this long may break off anywhere; a shorter one that begins a list of words may not.
_LONG_ENOUGH = 30
# In prose that was wrapped, at least this share of the line breaks falls inside a sentence, before
# a small letter; in a list of headlines or one-line sentences hardly any does.
_WRAPPED_SHARE = 1 / 3
# The widest line of a wrapped text may fall this short of the width it was wrapped to.
_SLACK = 6
# After a sentence, a line this short of the width is a heading or a paragraph's end; a region may
# well end at a sentence, so it is left by itself.
_SHORT = 0.6

# Fields between two lines of dashes at the head of a Markdown file.
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<fields>(?:.*\r?\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
SENTENCE_END = re.compile(r"[.!?…][\s\"'”’`)\]»*_]*$")
BULLET = re.compile(
    r"(?:[•‣⁃▪▫◦●○■□∙·►▶➤➢➔→✓✔✅☑★*+–-]|\d{1,2}[.)]|\(\d{1,2}\)|\(?[a-z]\))\s+\S|[-•·][^\W\d_]"
)
_NUMBERED = re.compile(r"\(?(\d{1,2})[.)]\s")
CROSSHEAD = re.compile(r"[–—-]{1,2}\s.{1,80}\s[–—-]{1,2}\.?$")
_OWN_LINE = re.compile(r"#|[>|{}<]|https?:")
_OPENING = "\"'“‘`(["


class TextLine(Struct, frozen=True):
    """A line without the white space around it; `indent` counts the characters before it."""

    start: int
    end: int
    text: str
    indent: int


class TextBlock(Struct, frozen=True):
    """Lines that belong together.  `text` has single spaces; `apart` tells of a blank line before."""

    start: int
    end: int
    text: str
    lines: int
    apart: bool


def split_blocks(text: str, start: int, dangling: frozenset[str]) -> list[TextBlock]:
    """The blocks of `text` from `start` on, in order.  No heading or sentence ends with a `dangling` word."""
    runs = list(_runs(text, start))
    narrow = [list(same) for run in runs for fits, same in groupby(run, key=_is_narrow) if fits]
    width = _width(narrow)
    blocks: list[TextBlock] = []
    for run in runs:
        apart = True
        for lines in _groups(run, width, dangling):
            joined = " ".join(" ".join(line.text for line in lines).split())
            blocks.append(TextBlock(lines[0].start, lines[-1].end, joined, len(lines), apart))
            apart = False
    return blocks


def find_items(blocks: Sequence[TextBlock]) -> list[int]:
    """Indices of the blocks that are list items.  A number makes one only beside its neighbour in a count."""
    bulleted = [index for index, block in enumerate(blocks) if BULLET.match(block.text)]
    numbers = {index: int(match[1]) for index in bulleted if (match := _NUMBERED.match(blocks[index].text))}
    counted = set(numbers.values())
    return [
        index
        for index in bulleted
        if (
            {numbers[index] - 1, numbers[index] + 1} & counted
            if index in numbers
            else not CROSSHEAD.match(blocks[index].text)
        )
    ]


def _runs(text: str, start: int) -> Iterator[list[TextLine]]:
    """Lines between blank ones."""
    run: list[TextLine] = []
    at = start
    for line in text[start:].splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            indent = len(line) - len(line.lstrip())
            run.append(TextLine(at + indent, at + indent + len(stripped), stripped, indent))
        elif run:
            yield run
            run = []
        at += len(line)
    if run:
        yield run


def _groups(run: Sequence[TextLine], width: int, dangling: frozenset[str]) -> Iterator[list[TextLine]]:
    """The lines of a run, those together that were one before they were wrapped to `width` (0: none was)."""
    for narrow, same in groupby(run, key=_is_narrow):
        lines = list(same)
        if not narrow:
            yield from ([line] for line in lines)
            continue
        own = _width([lines]) or width
        group = lines[:1]
        for first, second in pairwise(lines):
            if _continues(first, second, own, dangling):
                group.append(second)
            else:
                yield group
                group = [second]
        yield group


def _is_narrow(line: TextLine) -> bool:
    return len(line.text) <= _WIDEST


def _width(runs: Sequence[Sequence[TextLine]]) -> int:
    """The width that the lines of `runs` were wrapped to, or 0 if each is a line of its own."""
    pairs = [pair for run in runs for pair in pairwise(run)]
    width = max((len(line.text) for run in runs for line in run), default=0)
    inside = sum(_breaks_off(first, second) for first, second in pairs)
    return width if width >= _NARROWEST and inside > 0 and inside >= _WRAPPED_SHARE * len(pairs) else 0


def _continues(first: TextLine, second: TextLine, width: int, dangling: frozenset[str]) -> bool:
    """Whether `second` goes on with what `first` says.  `width` is the line width, 0 where none was kept."""
    if _OWN_LINE.match(first.text) or _OWN_LINE.match(second.text):
        return False
    last = first.text.rsplit(None, 1)[-1].lower()
    ended = SENTENCE_END.search(first.text) is not None
    if BULLET.match(second.text):
        # A dash or a number that a full line runs into belongs to the sentence.
        full = width > 0 and len(first.text) >= width - _SLACK
        return full and not ended and not BULLET.match(first.text) and not first.text.endswith((":", ";"))
    if not ended and last in dangling:
        return True
    if _breaks_off(first, second):
        return len(first.text) >= _LONG_ENOUGH or last.endswith(",")
    if not width or second.indent > first.indent or first.text.endswith(":"):
        return False
    if ended and len(second.text) < _SHORT * width:
        return False
    # The next word would not have fitted on the line.
    return len(first.text) + len(second.text.split(None, 1)[0]) >= width - (0 if ended else _SLACK)


def _breaks_off(first: TextLine, second: TextLine) -> bool:
    if SENTENCE_END.search(first.text) or first.text.endswith(":"):
        return False
    return second.text.lstrip(_OPENING)[:1].islower() and not _stands_alone(second.text)


def _stands_alone(text: str) -> bool:
    return bool(BULLET.match(text) or _OWN_LINE.match(text))
