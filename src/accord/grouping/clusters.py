"""Sketches to clusters: which texts are near, and which of a block are of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256

from accord.grouping.blocks import LIKE, Near, all_blocks, prominent
from accord.grouping.linkage import cluster
from accord.grouping.terms import Counts, Sketch, Vector, Weigher, counted, product, telling

# Two happenings of one kind are alike, but what is told of either is much more so among itself.
_APART = 0.6
# A story may be silent for so many days; dated texts that lie further apart are not near.
_SILENCE = timedelta(days=30)
# The further apart two texts are, the more alike they must be to be near: twice as much after so many days.
_FADING = 20
# How much of their likeness two texts must have from their telling terms to be compared at all.
PROMISING = 0.01


class Neighbours:
    """Which texts of those added are near each other, in memory."""

    def __init__(self) -> None:
        self.vectors: dict[str, Vector] = {}
        self._holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._days: dict[str, str | None] = {}
        self._near: dict[str, dict[str, float]] = defaultdict(dict)

    def add(self, key: str, day: str | None, vector: Vector) -> None:
        """Find what is near one more text."""
        shared: dict[str, float] = defaultdict(float)
        # In an order that both texts share: sums of fractions depend on it.
        for term in sorted(telling(vector)):
            weight = vector[term]
            for other, theirs in self._holders[term]:
                shared[other] += weight * theirs
            self._holders[term].append((key, weight))
        first, last = window(day)
        for other, promise in shared.items():
            theirs_day = self._days[other]
            if promise < PROMISING or not first <= (theirs_day or first) <= last:
                continue
            alike = faded(product(vector, self.vectors[other]), day, theirs_day)
            if alike >= LIKE:
                self._near[key][other] = self._near[other][key] = alike
        self.vectors[key], self._days[key] = vector, day

    def near(self, key: str) -> Mapping[str, float]:
        """The texts near `key`, with how alike they are."""
        return self._near.get(key, {})


def window(day: str | None) -> tuple[str, str]:
    """The first and the last day of texts that can be near one of `day`; all days for one that has none."""
    try:
        at = date.fromisoformat(day or "")
        return (at - _SILENCE).isoformat(), (at + _SILENCE).isoformat()
    except (ValueError, OverflowError):
        return "", "~"


def faded(alike: float, day: str | None, other: str | None) -> float:
    """How near two texts are that are so much alike: less the more days lie between them."""
    try:
        apart = abs(date.fromisoformat(day or "") - date.fromisoformat(other or "")).days
    except ValueError:
        return alike
    return alike / (1 + apart / _FADING)


def weigher(sketches: Sequence[Sketch], base: Weigher) -> Weigher:
    """`base`, adapted to `sketches`, which stand in the order of the stream."""
    first = counted(len(sketches))
    return base.counting((each.counts for each in sketches[:first]), beyond=len(sketches) > first)


def clusters(sketches: Iterable[Sketch], base: Weigher) -> list[list[Sketch]]:
    """The texts of each happening, in the order of the stream.  The order of `sketches` does not matter.

    `base` weighs terms by all news.
    """
    stream = sorted(sketches, key=lambda each: each.order)
    weigh = weigher(stream, base)
    by_key = {each.sha256: each for each in stream}
    neighbours = Neighbours()
    for each in stream:
        neighbours.add(each.sha256, each.published, weigh.vector(each.counts))
    near = prominent(neighbours.near)
    return [
        sorted((by_key[key] for key in keys), key=lambda each: each.order)
        for block in all_blocks(by_key, near)
        for keys in split({key: by_key[key].counts for key in sorted(block)}, weigh, near)
    ]


def split(block: Mapping[str, Counts], weigh: Weigher, near: Near) -> list[list[str]]:
    """The clusters of one block, whose texts stand in the order of their hashes."""
    keys = list(block)
    if len(keys) == 1:
        return [keys]
    of_block = weigh.within(block.values())
    place = {key: number for number, key in enumerate(keys)}
    pairs = ((place[key], place[other]) for key in keys for other in near(key) if other in place)
    found = cluster([of_block.vector(counts) for counts in block.values()], pairs, LIKE, _APART)
    return [[keys[number] for number in members] for members in found]


def story_id(first: str) -> str:
    """The name of the story whose first text in the order of the stream has the hash `first`."""
    return f"story-{sha256(first.encode()).hexdigest()[:10]}"
