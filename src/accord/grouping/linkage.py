"""Average-link clustering of portraits, over the pairs that are near each other."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.grouping.portraits import Portrait
from accord.grouping.terms import Vector


class _Dendrogram(Struct, frozen=True):
    """A cluster, and the two it was joined from.

    `within` is the sum of the likenesses of all pairs of its members, `between` the average of those of
    its two sides.
    """

    members: tuple[int, ...]
    within: float = 0.0
    sides: tuple[_Dendrogram, _Dendrogram] | None = None
    between: float = 0.0

    @property
    def likeness(self) -> float:
        """How alike its members are on average."""
        size = len(self.members)
        return 2 * self.within / (size * (size - 1))

    def join(self, other: _Dendrogram, likeness: float) -> _Dendrogram:
        """The cluster of both, which are so much alike on average."""
        within = self.within + other.within + likeness * len(self.members) * len(other.members)
        return _Dendrogram(tuple(sorted(self.members + other.members)), within, (self, other), likeness)

    def parts(self, apart: float) -> Iterator[_Dendrogram]:
        """The clusters it falls into where its sides are alike less than `apart` times either of them."""
        sides = self.sides or ()
        sizes = [len(side.members) for side in sides]
        if min(sizes, default=1) > 1 and self.between < apart * min(side.likeness for side in sides):
            for side in sides:
                yield from side.parts(apart)
        else:
            yield self


def cluster(
    vectors: Sequence[Vector], pairs: Iterable[tuple[int, int]], threshold: float, apart: float = 0.0
) -> list[list[int]]:
    """As `cluster_portraits` does, of weighted terms alone."""
    return cluster_portraits([Portrait(vector) for vector in vectors], pairs, threshold, apart)


def cluster_portraits(
    portraits: Sequence[Portrait], pairs: Iterable[tuple[int, int]], threshold: float, apart: float = 0.0
) -> list[list[int]]:
    """Join the two clusters whose members are most alike on average, until none reach `threshold`.

    Only clusters that one of `pairs` connects are compared.  The average likeness between two clusters is
    the product of their sums over the product of their sizes: a chain of neighbours does not pull in its
    ends.
    What was joined last is parted again where its two sides, of two members or more, are alike less
    than `apart` times what the members of either are among themselves.
    Returns the members of each cluster, sorted, by first member.
    """
    sums: dict[int, Portrait] = dict(enumerate(_shared(portraits)))
    trees: dict[int, _Dendrogram] = {index: _Dendrogram((index,)) for index in sums}
    near: dict[int, set[int]] = defaultdict(set)
    heap: list[tuple[float, int, int]] = []

    def offer(one: int, other: int) -> None:
        likeness = sums[one].product(sums[other]) / (len(trees[one].members) * len(trees[other].members))
        if likeness >= threshold:
            heapq.heappush(heap, (-likeness, min(one, other), max(one, other)))

    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        near[one].add(other)
        near[other].add(one)
        offer(one, other)
    following = len(portraits)
    while heap:
        likeness, one, other = heapq.heappop(heap)
        if one not in sums or other not in sums:
            continue
        joined, following = following, following + 1
        trees[joined] = trees.pop(one).join(trees.pop(other), -likeness)
        sums[joined] = sums.pop(one).add(sums.pop(other))
        near[joined] = {index for index in near.pop(one) | near.pop(other) if index in sums}
        for index in sorted(near[joined]):
            near[index].add(joined)
            offer(index, joined)
    return sorted(list(part.members) for tree in trees.values() for part in tree.parts(apart))


def _shared(portraits: Sequence[Portrait]) -> list[Portrait]:
    """The portraits without the terms that only one has: they add to no product."""
    holders = Counter(term for each in portraits for term in each.terms)
    return [
        replace(each, terms={term: weight for term, weight in each.terms.items() if holders[term] > 1})
        for each in portraits
    ]
