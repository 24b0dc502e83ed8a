"""Alignment of two reports' words: the longest like stretches around a shared run, small edits allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from accord.grouping.copy_words import BREAK, CopyWord

# A word skipped on either side costs `_SKIP` against one for each word matched, `_NAME` for a name
# (sentences on one subject share names); an extension this far behind its best is given up.
_SKIP = 0.45
_NAME = 0.3
_DROP = 1.8
_REACH = 4
# How far both sides go on to the next match: fewest words skipped first, then most evenly.
_STEPS = sorted(
    ((i, j) for i in range(1, _REACH + 1) for j in range(1, _REACH + 1)),
    key=lambda step: (sum(step), abs(step[0] - step[1]), step),
)

_BEFORE = re.compile(r"(?<![\w'’])([^\W_]+(?:['’][^\W_]+)*)[ ,]{1,2}$")
_AFTER = re.compile(r"[ ,]{1,2}([^\W_]+(?:['’][^\W_]+)*)")
_LONGEST = 40


class Alignment(Struct, frozen=True):
    """Matched places `(i, j)` of the words of two reports, rising in both."""

    pairs: tuple[tuple[int, int], ...]

    @property
    def density(self) -> float:
        """Share of the longer stretch that is matched."""
        (i, j), (k, m) = self.pairs[0], self.pairs[-1]
        return len(self.pairs) / (max(k - i, m - j) + 1)


def alignments(
    left: Sequence[CopyWord], right: Sequence[CopyWord], anchors: Iterable[tuple[int, int]]
) -> Iterator[Alignment]:
    """Alignments through `anchors`, places where the two have a word in common; each anchor is used once."""
    covered: set[tuple[int, int]] = set()
    for anchor in sorted(anchors):
        if anchor in covered:
            continue
        before = _extend(left, right, anchor, -1)
        after = _extend(left, right, anchor, 1)
        found = Alignment((*reversed(before), anchor, *after))
        covered.update(found.pairs)
        yield found


def _extend(
    left: Sequence[CopyWord], right: Sequence[CopyWord], anchor: tuple[int, int], step: int
) -> list[tuple[int, int]]:
    """Matches from `anchor` on in one direction, up to where they are densest."""
    pairs: list[tuple[int, int]] = []
    score = best = 0.0
    kept = 0
    place = anchor
    while True:
        following = _next(left, right, place, step)
        if following is None:
            break
        skipped = max(abs(following[0] - place[0]), abs(following[1] - place[1])) - 1
        score += (_NAME if left[following[0]].name else 1) - _SKIP * skipped
        pairs.append(following)
        place = following
        if score > best:
            best, kept = score, len(pairs)
        elif score < best - _DROP:
            break
    return pairs[:kept]


def _next(
    left: Sequence[CopyWord], right: Sequence[CopyWord], place: tuple[int, int], step: int
) -> tuple[int, int] | None:
    """The nearest match beyond `place`, fewest words skipped first."""
    for ahead, across in _STEPS:
        i, j = place[0] + step * ahead, place[1] + step * across
        if 0 <= i < len(left) and 0 <= j < len(right) and left[i].stem == right[j].stem != BREAK:
            return i, j
    return None


def widen(
    left: str, at_left: tuple[int, int], right: str, at_right: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Widen two aligned spans of characters by the words next to both, up to a mark or a line's end."""
    (i, k), (j, m) = at_left, at_right
    while (one := _BEFORE.search(left, max(0, i - _LONGEST), i)) and (
        two := _BEFORE.search(right, max(0, j - _LONGEST), j)
    ):
        if one[1].casefold() != two[1].casefold():
            break
        i, j = one.start(1), two.start(1)
    while (one := _AFTER.match(left, k)) and (two := _AFTER.match(right, m)):
        if one[1].casefold() != two[1].casefold():
            break
        k, m = one.end(1), two.end(1)
    return (i, k), (j, m)
