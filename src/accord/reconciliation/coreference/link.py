"""Clusters made of pairs: those that are one most likely on average are joined first."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.reconciliation.coreference.mention import Pair, Words


def link(
    count: int, likely: Mapping[Pair, float], threshold: float, kin: Sequence[Words] | None = None
) -> list[list[int]]:
    """Join the two clusters that are one most likely on average, until none reach `threshold`.

    Pairs that are no candidates count as impossible, so that a chain does not pull in its ends; but those
    with something in common of `kin`, which were only too many to look at, count as the others do.
    """
    clusters = {
        index: _MentionCluster((index,), Counter([kin[index]] if kin else [])) for index in range(count)
    }
    between: dict[int, dict[int, _PairSum]] = {index: {} for index in range(count)}
    heap: list[tuple[float, int, int]] = []
    for (one, other), likelihood in likely.items():
        between[one][other] = between[other][one] = _PairSum(likelihood, 1)
        heap.append((-likelihood, one, other))
    heapq.heapify(heap)
    following = count
    while heap:
        worse, one, other = heapq.heappop(heap)
        if -worse < threshold:
            break
        if one not in clusters or other not in clusters:
            continue
        sums = between.pop(one)
        for index, told in between.pop(other).items():
            sums[index] = sums[index].plus(told) if index in sums else told
        del sums[one], sums[other]
        clusters[following] = clusters.pop(one).join(clusters.pop(other))
        for index, told in sorted(sums.items()):
            theirs = between[index]
            theirs.pop(one, None)
            theirs.pop(other, None)
            theirs[following] = told
            average = told.average(clusters[following], clusters[index])
            heapq.heappush(heap, (-average, index, following))
        between[following] = sums
        following += 1
    return [sorted(cluster.members) for cluster in clusters.values()]


class _MentionCluster(Struct, frozen=True):
    """Members, and how many of them have the same words in common with others."""

    members: tuple[int, ...]
    kin: Counter[Words]

    def join(self, other: _MentionCluster) -> _MentionCluster:
        return _MentionCluster(self.members + other.members, self.kin + other.kin)


class _PairSum(Struct, frozen=True):
    """The likelihoods of the pairs of two clusters that were compared, added up, and their number."""

    total: float
    compared: int

    def plus(self, other: _PairSum) -> _PairSum:
        return _PairSum(self.total + other.total, self.compared + other.compared)

    def average(self, one: _MentionCluster, other: _MentionCluster) -> float:
        pairs = len(one.members) * len(other.members)
        if self.compared == pairs:
            return self.total / pairs
        akin = sum(
            here * there
            for words, here in one.kin.items()
            for others, there in other.kin.items()
            if not words.isdisjoint(others)
        )
        return self.total / self.compared * max(akin, self.compared) / pairs
