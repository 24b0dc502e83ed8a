"""The quotations of a report as tokens, and how each stands in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.quotation_marks import Quotation

_NEAR = 50
_ENDS_SENTENCE = (".", "!", "?", "…")
_MARKS = " \t\n\u00a0'\"”’»"


class Quotes(Struct, frozen=True):
    """The outermost quotations as token ranges; `inside[i]` is the quotation that holds token `i`, or -1."""

    ranges: tuple[tuple[int, int], ...]
    marks: tuple[Quotation, ...]
    inside: list[int]

    @classmethod
    def of(cls, tree: TokenTree, quotations: Sequence[Quotation]) -> Quotes:
        """Find the tokens of `quotations`."""
        ranges: list[tuple[int, int]] = []
        marks: list[Quotation] = []
        inside = [-1] * len(tree)
        for q in quotations:
            if q.depth:
                continue
            first, last = bisect_left(tree.start, q.start), bisect_left(tree.start, q.end)
            if first < last:
                inside[first:last] = [len(ranges)] * (last - first)
                ranges.append((first, last))
                marks.append(q)
        return cls(tuple(ranges), tuple(marks), inside)


def left_of(tree: TokenTree, end: int) -> str:
    """The characters right before `end`: enough to see past white space and quotation marks."""
    return tree.text[max(0, end - _NEAR) : end]


def opens_sentence(tree: TokenTree, quotes: Quotes, first: int) -> bool:
    """Whether nothing of the sentence stands before the quotation."""
    at = first - 1
    while at >= 0 and not tree.lower[at].strip():
        at -= 1
    if at < 0 or "\n" in tree.text[tree.end[at] : tree.start[first]]:
        return True
    # An abbreviation may end a sentence: "... in Springfield, Ill. "We won.""
    return tree.lower[at].endswith((".", "?", "!", ":", ";")) or quotes.inside[at] >= 0


def is_introduced(tree: TokenTree, quotes: Quotes, index: int) -> bool:
    """Whether a comma stands before the quotation and a capital opens it: When asked, "Yes," he said."""
    q = quotes.marks[index]
    first = tree.text[q.inner_start : q.inner_end].lstrip()[:1]
    return first.isupper() and left_of(tree, q.start).rstrip().endswith(",")


def is_sentence(tree: TokenTree, quotes: Quotes, index: int) -> bool:
    """Whether a quotation opens with a capital and ends as a sentence, or with the comma of a tag."""
    q = quotes.marks[index]
    inner = tree.text[q.inner_start : q.inner_end].strip(_MARKS)
    return _opens_large(inner) and inner.endswith((*_ENDS_SENTENCE, ","))


def stands_alone(tree: TokenTree, quotes: Quotes, index: int) -> bool:
    """Whether a quotation is a sentence, and no part of one that goes on behind it."""
    q = quotes.marks[index]
    inner = tree.text[q.inner_start : q.inner_end].strip(_MARKS)
    behind = tree.text[q.end : q.end + 1]
    ends = inner.endswith(_ENDS_SENTENCE) or behind == "."
    return ends and _opens_large(inner) and opens_sentence(tree, quotes, quotes.ranges[index][0])


def _opens_large(words: str) -> bool:
    """Whether words open with a capital or a number, as sentences do."""
    return words[:1].isupper() or words[:1].isdigit()
