"""Recall and precision on passages marked by hand, none of which may fall.

A line of passages.txt is a passage.  `[words|CODE SECTOR id]` is a mention: the code is "-" for none, and
mentions with one id are one actor.  `[words|~]` may be found or not.  `{words|CODE+CODE}` stands for two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

import pytest
from msgspec import Struct

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.finder import ActorFinder
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention

_LINES = (Path(__file__).parent / "passages.txt").read_text(encoding="utf-8").splitlines()
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]|\{([^|}]+)\|([^}]*)\}")
_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "him", "them"})


class Mark(Struct, frozen=True):
    """A mention marked by hand; `code` is None where it may be found or not."""

    start: int
    end: int
    words: str
    code: str | None
    sector: str | None = None
    actor: str | None = None


class Passage(Struct, frozen=True):
    """A passage without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]
    pairs: tuple[tuple[int, int, frozenset[str]], ...]


def read(line: str) -> Passage:
    """A line of the file."""
    text, at = "", 0
    marks: list[Mark] = []
    pairs: list[tuple[int, int, frozenset[str]]] = []
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        words = match[1] or match[3]
        start, end = len(text), len(text) + len(words)
        text += words
        told = (match[2] or "").split()
        if match[3]:
            pairs.append((start, end, frozenset(match[4].split("+"))))
        elif told == ["~"]:
            marks.append(Mark(start, end, words, None))
        else:
            marks.append(Mark(start, end, words, told[0], told[1], told[2] if len(told) > 2 else None))
    return Passage(text + line[at:], tuple(marks), tuple(pairs))


def match(passage: Passage, found: Cast) -> dict[int, ActorMention]:
    """The mention found for each mark: the one that overlaps it most, each once."""
    overlaps = sorted(
        (
            ((min(g.end, m.end) - max(g.start, m.start)) / max(g.end - g.start, m.end - m.start), i, j)
            for i, g in enumerate(passage.marks)
            for j, m in enumerate(found.mentions)
            if min(g.end, m.end) > max(g.start, m.start)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return {i: found.mentions[j] for i, j in taken.items()}


def count(passage: Passage, found: Cast) -> Counter[str]:
    """What was marked, found and right in a passage."""
    counts: Counter[str] = Counter()
    matched = match(passage, found)
    optional = {m for i, m in matched.items() if passage.marks[i].code is None}
    counts["found"] = sum(m not in optional for m in found.mentions)
    for i, mark in enumerate(passage.marks):
        if mark.code is None:
            continue
        kind = "pronoun" if mark.words.lower() in _PRONOUNS else "noun"
        mention = matched.get(i)
        counts[kind] += 1
        counts["marked"] += 1
        counts["right"] += mention is not None and (mention.code or "-") == mark.code
        counts[f"{kind} code"] += mention is not None and (mention.code or "-") == mark.code
        counts["sector"] += mention is not None and mention.sector == mark.sector
    named = {i: mark.actor for i, mark in enumerate(passage.marks) if mark.actor is not None}
    marked = {(a, b) for a, b in combinations(named, 2) if named[a] == named[b]}
    joined = {
        (a, b)
        for a, b in combinations(named, 2)
        if a in matched and b in matched and matched[a].actor == matched[b].actor
    }
    counts["links"] = len(marked)
    counts["joined"] = len(joined)
    counts["joined right"] = len(marked & joined)
    collectives = [(c.start, c.end, frozenset(m.code for m in c.members)) for c in found.collectives]
    counts["pairs"] = len(passage.pairs)
    counts["pairs right"] = sum(
        any(c[0] < end and start < c[1] and c[2] == codes for c in collectives)
        for start, end, codes in passage.pairs
    )
    return counts


@pytest.fixture(scope="module")
def counts(parse: Callable[..., Parsed]) -> Mapping[str, int]:
    finder = ActorFinder.load()
    total: Counter[str] = Counter()
    for line in _LINES:
        passage = read(line)
        total += count(passage, finder.find(parse(passage.text)))
    return total


FLOORS = {
    ("noun code", "noun"): 0.97,
    ("pronoun code", "pronoun"): 0.92,
    ("sector", "marked"): 0.97,
    ("right", "found"): 0.96,
    ("joined right", "links"): 0.94,
    ("joined right", "joined"): 0.95,
    ("pairs right", "pairs"): 1.0,
}
"""The least share of the second that the first may be."""


@pytest.mark.parametrize(("right", "of"), FLOORS)
def test_no_share_falls_below_its_floor(counts: Mapping[str, int], right: str, of: str) -> None:
    assert counts[right] / counts[of] >= FLOORS[right, of], (counts[right], counts[of])


def test_there_are_passages_enough() -> None:
    marks = [mark for line in _LINES for mark in read(line).marks if mark.code is not None]
    assert len(_LINES) >= 150
    assert len(marks) >= 500
    assert len({mark.code for mark in marks}) >= 100


def test_marks_leave_the_text_as_it_reads() -> None:
    passage = read("[Peru|PER GOV per] met {both|PER+CHL} in [Lima|~].")
    assert passage.text == "Peru met both in Lima."
    assert [(m.words, m.code, m.actor) for m in passage.marks] == [
        ("Peru", "PER", "per"),
        ("Lima", None, None),
    ]
    assert passage.pairs == ((9, 13, frozenset({"PER", "CHL"})),)
