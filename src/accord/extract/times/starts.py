"""Which letters a pattern over letters can start with, so that it is tried only where it may match."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"(?P<look>\(\?(?:=|!|<=|<!))|(?P<group>\((?:\?:|\?P<\w+>)?)|(?P<end>\))|(?P<or>\|)"
    r"|(?P<repeat>[?*]|\{0,\d+\})|(?P<end_of_text>\\Z)|(?P<set>\[(?:\\.|[^\]\\])*\])|(?P<letter>\\.|.)",
    re.DOTALL,
)


def starts(pattern: str) -> frozenset[str]:
    """The letters that a match of `pattern` can start with.

    Of patterns are read: letters, sets without ranges, groups, `|`, `?`, `*`, `{0,n}` and looks
    ahead and behind, which are passed over.

    Raises:
        ValueError: the pattern can match nothing at all, or has a part that is not read.
    """
    letters, empty, _ = _alternatives(list(_PIECE.finditer(pattern)), 0)
    if empty:
        raise ValueError(f"a rule that matches no letter: {pattern[:80]}")
    return letters


def _alternatives(pieces: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
    """First letters, whether it can be empty, and the place after its end."""
    letters: frozenset[str] = frozenset()
    empty = False
    open_yet, nothing = True, True
    while at < len(pieces) and pieces[at].lastgroup != "end":
        piece = pieces[at]
        if piece.lastgroup == "or":
            empty = empty or open_yet
            open_yet, at = True, at + 1
            continue
        found, optional, at = _item(pieces, at)
        nothing = False
        if at < len(pieces) and pieces[at].lastgroup == "repeat":
            optional, at = True, at + 1
        if open_yet:
            letters |= found
            open_yet = optional
    return letters, empty or open_yet or nothing, at + 1


def _item(pieces: list[re.Match[str]], at: int) -> tuple[frozenset[str], bool, int]:
    piece = pieces[at]
    match piece.lastgroup:
        case "look":
            _, _, after = _alternatives(pieces, at + 1)
            return frozenset(), True, after
        case "group":
            return _alternatives(pieces, at + 1)
        case "end_of_text":
            return frozenset(), True, at + 1
        case "set":
            text = piece[0][1:-1]
            if text.startswith("^") or re.search(r"(?<!\\)\w-\w", text):
                raise ValueError(f"a set that is not read: {piece[0]}")
            return frozenset(re.sub(r"\\(.)", r"\1", text)), False, at + 1
        case _:
            return frozenset(piece[0][-1]), False, at + 1
