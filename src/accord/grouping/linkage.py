"""Average-link clustering of portraits, over the pairs that are near each other."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.grouping.portraits import Portrait


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


class Pairs(Struct, frozen=True):
    """Which of those that are clustered are near each other, and which are so faintly, by index."""

    near: Sequence[tuple[int, int]]
    faint: Sequence[tuple[int, int]] = ()


def cluster_portraits(
    portraits: Sequence[Portrait], pairs: Pairs, threshold: float, apart: float = 0.0
) -> list[list[int]]:
    """Join the two clusters whose members are most alike on average, until none reach `threshold`.

    Only clusters that one of `pairs` connects are compared.  The average likeness between two clusters is
    the product of their sums over the product of their sizes: a chain of neighbours does not pull in its
    ends.  Where faint pairs alone connect two clusters, the average must be twice `threshold` for one pair
    of members, and less the more of them there are, since what many tell is less by chance.
    What was joined last is parted again where its two sides, of two members or more, are alike less
    than `apart` times what the members of either are among themselves.
    Returns the members of each cluster, sorted, by first member.
    """
    sums: dict[int, Portrait] = dict(enumerate(_shared(portraits)))
    trees: dict[int, _Dendrogram] = {index: _Dendrogram((index,)) for index in sums}
    near, beside = _neighbours(pairs.near), _neighbours((*pairs.near, *pairs.faint))
    heap: list[tuple[float, int, int]] = []

    def offer(one: int, other: int) -> None:
        between = len(trees[one].members) * len(trees[other].members)
        likeness = sums[one].product(sums[other]) / between
        if likeness >= (threshold if other in near[one] else threshold * (1 + between**-0.5)):
            heapq.heappush(heap, (-likeness, min(one, other), max(one, other)))

    for one, others in sorted(beside.items()):
        for other in sorted(others):
            if one < other:
                offer(one, other)
    following = len(portraits)
    while heap:
        likeness, one, other = heapq.heappop(heap)
        if one not in sums or other not in sums:
            continue
        joined, following = following, following + 1
        trees[joined] = trees.pop(one).join(trees.pop(other), -likeness)
        sums[joined] = sums.pop(one).add(sums.pop(other))
        for those in (near, beside):
            those[joined] = {
                index for index in those.pop(one, set()) | those.pop(other, set()) if index in sums
            }
            for index in those[joined]:
                those[index].add(joined)
        for index in sorted(beside[joined]):
            offer(index, joined)
    return sorted(list(part.members) for tree in trees.values() for part in tree.parts(apart))


def _neighbours(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """The others that each is in a pair with."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return found


def _shared(portraits: Sequence[Portrait]) -> list[Portrait]:
    """The portraits without the terms that only one has: they add to no product."""
    holders = Counter(term for each in portraits for term in each.terms)
    return [
        replace(each, terms={term: weight for term, weight in each.terms.items() if holders[term] > 1})
        for each in portraits
    ]
