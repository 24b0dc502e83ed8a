"""Sketches to clusters: which texts are near, and which of a block are of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from accord.grouping.blocks import LIKE, Near, all_blocks, prominent
from accord.grouping.linkage import Pairs, cluster_portraits
from accord.grouping.nearness import Stand, is_promising, nearness
from accord.grouping.portraits import portrait
from accord.grouping.terms import Sketch, Weigher, counted, telling

# Two happenings of one kind are alike, but what is told of either is much more so among itself.
# Meaning adds to both, and more to the first.
_APART = 0.6
_APART_IN_MEANING = 0.58


class Neighbours:
    """Which texts of those added are near each other, in memory."""

    def __init__(self) -> None:
        self.stands: dict[str, Stand] = {}
        self._holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._near: dict[str, dict[str, float]] = defaultdict(dict)

    def add(self, key: str, stand: Stand) -> None:
        """Find what is near one more text."""
        for other in self._promising(stand):
            alike = nearness(stand, self.stands[other])
            if alike > 0:
                self._near[key][other] = self._near[other][key] = alike
        for term in telling(stand.portrait.terms):
            self._holders[term].append((key, stand.portrait.terms[term]))
        self.stands[key] = stand

    def near(self, key: str) -> Mapping[str, float]:
        """The texts near `key`, with how alike they are."""
        return self._near.get(key, {})

    def _promising(self, stand: Stand) -> list[str]:
        """The texts that telling terms alone make worth comparing."""
        shared: dict[str, float] = defaultdict(float)
        # In an order that both texts share: sums of fractions depend on it.
        for term in sorted(telling(stand.portrait.terms)):
            weight = stand.portrait.terms[term]
            for other, theirs in self._holders[term]:
                shared[other] += weight * theirs
        return [
            other for other, promise in shared.items() if is_promising(promise, stand, self.stands[other])
        ]


def stand(sketch: Sketch, weigh: Weigher) -> Stand:
    """A text as it is compared with others, its terms weighed."""
    return Stand(sketch.published, portrait(weigh.vector(sketch.counts), sketch.meaning))


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
        neighbours.add(each.sha256, stand(each, weigh))
    near = prominent(neighbours.near)
    return [
        sorted((by_key[key] for key in keys), key=lambda each: each.order)
        for block in all_blocks(by_key, near)
        for keys in split({key: by_key[key] for key in sorted(block)}, weigh, near)
    ]


def split(block: Mapping[str, Sketch], weigh: Weigher, near: Near) -> list[list[str]]:
    """The clusters of one block, whose texts stand in the order of their hashes."""
    keys = list(block)
    if len(keys) == 1:
        return [keys]
    of_block = weigh.within(each.counts for each in block.values())
    place = {key: number for number, key in enumerate(keys)}
    alike = [
        ((place[key], place[other]), much)
        for key in keys
        for other, much in near(key).items()
        if other in place
    ]
    pairs = Pairs(
        near=[pair for pair, much in alike if much >= LIKE],
        faint=[pair for pair, much in alike if much < LIKE],
    )
    portraits = [stand(each, of_block).portrait for each in block.values()]
    apart = _APART_IN_MEANING if all(each.told for each in portraits) else _APART
    found = cluster_portraits(portraits, pairs, LIKE, apart)
    return [[keys[number] for number in members] for members in found]


def story_id(first: str) -> str:
    """The name of the story whose first text in the order of the stream has the hash `first`."""
    return f"story-{sha256(first.encode()).hexdigest()[:10]}"
