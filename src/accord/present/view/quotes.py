"""A quotation as it is shown: within its sentence, with the words marked that matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from accord.present.dates import words_for
from accord.present.view.citations import Cite

_WORD = re.compile(r"\w+(?:[’'\-.,]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n+")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")

# A shorter quotation says little alone and is shown within its sentence.
_SHORT = 90
# How far the sentence is followed to either side before it is cut.
_REACH = 160
# So far to either side the ends of sentences are looked for; what is farther is cut anyway.
_LOOKED_AT = 4 * _REACH
# Below this likeness two wordings are two sentences of their own; marking all that differs helps nobody.
_ALIKE = 0.45
# Longer ones are not held against each other: what differs in them is no matter of words.
_LONGEST = 1200
CANDIDATES = 12
"""With so many other wordings at hand, one like it is among them."""

Run = tuple[str, bool]
"""Characters, and whether they are marked."""

Span = tuple[int, int]
"""Where marked characters begin and end in a quotation."""


class Quote(Struct, frozen=True):
    """A quotation with the rest of its sentence around it, or dots where it is long.

    The texts of the runs make up the quotation.
    """

    cite: Cite
    before: str
    runs: tuple[Run, ...]
    after: str


def quote(cite: Cite, marked: Sequence[Span] = ()) -> Quote:
    """`cite` in its sentence; `marked` are offsets into the quotation, in any order, and may overlap."""
    before, after = _around(cite)
    if len(cite.text) >= _SHORT:
        before, after = "… " * bool(before.strip()), " …" * bool(_WORD.search(after))
    return Quote(cite, before, _runs(cite.text, _joined(marked)), after)


def words_of(text: str, value: str) -> list[Span]:
    """Where `text` has the words of `value` (words, or a date in EDTF), if it says more than them."""
    return _found(text, words_for(value) or re.escape(value))


def compared(cites: Sequence[Cite], others: Sequence[Cite]) -> tuple[Quote, ...]:
    """`cites` with the words marked that the likest of `others` does not have, if one is like it."""
    texts = [other.text for other in others[:CANDIDATES]]
    return tuple(quote(cite, _unlike(cite.text, texts)) for cite in cites)


def opposed(cites: Sequence[Cite], others: Sequence[Cite], value: str) -> tuple[Quote, ...]:
    """`cites` with the words of `value` marked (words, or a date in EDTF), or else as `compared`."""
    texts = [other.text for other in others[:CANDIDATES]]
    return tuple(quote(cite, words_of(cite.text, value) or _unlike(cite.text, texts)) for cite in cites)


def ordered(cites: Sequence[Cite], pattern: str) -> tuple[Quote, ...]:
    """`cites` with the first words marked that `pattern` finds: those that tell an order."""
    return tuple(quote(cite, _found(cite.text, pattern)) for cite in cites)


def hedged(cite: Cite, hedge: str) -> Quote:
    """`cite` with the word that hedges it marked."""
    return quote(cite, _found(cite.text, re.escape(hedge)))


def _unlike(text: str, others: Sequence[str]) -> list[Span]:
    if len(text) > _LONGEST:
        return []
    words = Counter(_words(text))
    best = max(
        (other for other in others if len(other) <= _LONGEST),
        key=lambda other: (_likeness(words, other), other),
        default="",
    )
    return _differing(text, best) if best and _likeness(words, best) >= _ALIKE else []


def _likeness(words: Counter[str], other: str) -> float:
    """Dice's coefficient of two bags of words."""
    against = Counter(_words(other))
    return 2 * (words & against).total() / ((words.total() + against.total()) or 1)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _differing(text: str, other: str) -> list[Span]:
    words = list(_WORD.finditer(text))
    matcher = SequenceMatcher(None, [word[0].casefold() for word in words], _words(other), False)
    return [
        (words[i1].start(), words[i2 - 1].end())
        for tag, i1, i2, _, _ in matcher.get_opcodes()
        if tag != "equal" and i2 > i1
    ]


def _found(text: str, pattern: str) -> list[Span]:
    match = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE) if pattern else None
    return [match.span()] if match and match[0] != text else []


def _joined(marked: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(marked):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _runs(text: str, marked: Sequence[Span]) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for start, end in marked:
        if start > at:
            runs.append((text[at:start], False))
        runs.append((text[start:end], True))
        at = end
    if at < len(text):
        runs.append((text[at:], False))
    return tuple(runs)


def _around(cite: Cite) -> tuple[str, str]:
    """The characters of the sentence before and after the quotation, cut with an ellipsis where long."""
    text = cite.source.report.text
    low, high = _region(cite)
    near = max(low, cite.start - _LOOKED_AT)
    start = near
    for match in _SENTENCE_END.finditer(text, near, cite.start):
        start = match.end()
    before, after = text[start : cite.start], ""
    if not _ENDS.search(cite.text):
        high = min(high, cite.end + _LOOKED_AT)
        match_after = _SENTENCE_END.search(text, cite.end, high)
        after = text[cite.end : match_after.end() if match_after else high].rstrip()
    if len(before) > _REACH:
        before = "… " + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + " …"
    return before, after


def _region(cite: Cite) -> tuple[int, int]:
    regions = cite.source.report.regions
    at = bisect_right(regions, cite.start, key=lambda region: region.start) - 1
    if at >= 0 and cite.start < regions[at].end:
        return regions[at].start, max(regions[at].end, cite.end)
    return 0, len(cite.source.report.text)
