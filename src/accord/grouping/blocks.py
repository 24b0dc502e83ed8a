"""Blocks: the reports that can be grouped without a look at any others.

Reports are near where they are alike enough to share a story.  A block is what hangs together over
prominent pairs of those; where that is too much to be compared at once, pairs must be nearer, as much as
it takes.  Which block a report is in depends on nothing but what hangs together with it, so that a report
that comes later moves only the blocks beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

LIKE = 0.07
"""Average cosine that reports of one story reach, and the least at which two are near."""
FAINT = 0.75 * LIKE
"""The least at which two whose meaning is known are faintly near: where many are, that tells as much."""

_MOST = 400
# A pair is prominent unless both have one that is so much nearer: what two stories on one subject have in
# common is far less than what each has in itself, and must not chain them for years.
_PROMINENT = 0.4
_LEVELS = (FAINT, *(LIKE * 1.2**step for step in range(15)))

Near = Callable[[str], Mapping[str, float]]
"""The reports near one, with how alike they are."""


def prominent(near: Near) -> Near:
    """Of what is near, what is not much less near than the nearest, seen from either side."""

    @cache
    def of(key: str) -> Mapping[str, float]:
        around = near(key)
        nearest = max(around.values(), default=0.0)
        return {
            other: likeness
            for other, likeness in around.items()
            if likeness >= _PROMINENT * min(nearest, max(near(other).values()))
        }

    return of


def block(start: str, near: Near) -> frozenset[str]:
    """The block that a report is in."""
    found = frozenset({start})
    for level in _LEVELS:
        found, whole = _reach(start, near, level, _MOST if level < _LEVELS[-1] else None)
        if whole:
            break
    return found


def blocks(keys: Iterable[str], near: Near) -> list[frozenset[str]]:
    """The blocks that the reports `keys` are in, each once."""
    left, found = set(keys), []
    while left:
        one = block(min(left), near)
        left -= one
        found.append(one)
    return found


def all_blocks(keys: Iterable[str], near: Near) -> list[frozenset[str]]:
    """The blocks of all reports there are: the same as `blocks`, at less cost."""
    waiting, found = [(frozenset(keys), 0)], []
    while waiting:
        inside, step = waiting.pop()
        left = set(inside)
        while left:
            part, _ = _reach(next(iter(left)), near, _LEVELS[step])
            left -= part
            if len(part) <= _MOST or step + 1 == len(_LEVELS):
                found.append(part)
            else:
                waiting.append((part, step + 1))
    return found


def _reach(start: str, near: Near, level: float, most: int | None = None) -> tuple[frozenset[str], bool]:
    """What hangs together with `start`, and whether that is all of it: it stops beyond `most`."""
    found, waiting = {start}, [start]
    while waiting:
        for key, likeness in near(waiting.pop()).items():
            if likeness >= level and key not in found:
                found.add(key)
                waiting.append(key)
                if most is not None and len(found) > most:
                    return frozenset(found), False
    return frozenset(found), True
