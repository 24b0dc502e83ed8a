"""A name, a colon, and what it says: headlines ("Minister: Port to reopen") and transcripts."""

from __future__ import annotations

from accord.extract.statements.circumstances import OccasionFile
from accord.extract.statements.cue import Source
from accord.extract.statements.direct import Quotes
from accord.extract.statements.draft import Draft
from accord.extract.statements.tree import Tree

_LONGEST = 7
_NAMING = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "DT", "POS", "CC", "HYPH"})
_FEWEST = 3


def colon_statement(tree: Tree, quotes: Quotes, colon: int, words: OccasionFile) -> Draft | None:
    """The statement at the colon token `colon` if a name or a voice opens its line before it, or None."""
    start = _start_of_line(tree, colon)
    if not 0 < colon - start <= _LONGEST or tree.tag[colon] != ":":
        return None
    last = colon - 1
    if any(tree.tag[i] not in _NAMING or quotes.inside[i] >= 0 for i in range(start, colon)):
        return None
    if tree.tag[last] not in {"NNP", "NNPS"} and tree.lower[last] not in words.voices:
        return None
    if tree.lower[last] in words.labels:
        return None
    end = _end_of_line(tree, colon + 1)
    if end - colon <= _FEWEST or not any(tree.is_verb(i) for i in range(colon + 1, end)):
        return None
    source = Source(((start, colon),), last)
    return Draft(colon, source, ((colon, colon + 1),), ((colon + 1, end),), speech=True)


def _start_of_line(tree: Tree, at: int) -> int:
    lowest = max(0, at - _LONGEST - 1)
    while at > lowest and tree.tag[at - 1] != "_SP":
        if "\n" in tree.text[tree.end[at - 1] : tree.start[at]]:
            break
        at -= 1
    return at


def _end_of_line(tree: Tree, at: int) -> int:
    while (
        at < len(tree) and "\n" not in tree.text[tree.end[at - 1] : tree.start[at]] and tree.tag[at] != "_SP"
    ):
        at += 1
    return at
