"""Average-link clustering of sparse vectors, over the pairs that share a telling term."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from accord.group.terms import Vector

# Terms in more vectors than this bring no pairs together; each vector is brought together over
# its heaviest terms only.
_MOST_HOLDERS = 100
_TELLING = 12


def cluster(vectors: Sequence[Vector], threshold: float) -> list[list[int]]:
    """Join the two clusters whose members are most alike on average, until none reach `threshold`.

    Vectors are of unit length, so the average of the cosines between two clusters is the product
    of their sums over the product of their sizes: a chain of neighbours does not pull in its ends.
    Returns the members of each cluster, sorted, by first member.
    """
    shared = _shared(vectors)
    sums: dict[int, dict[str, float]] = dict(enumerate(shared))
    members: dict[int, list[int]] = {index: [index] for index in sums}
    near: dict[int, set[int]] = defaultdict(set)
    heap: list[tuple[float, int, int]] = []

    def offer(one: int, other: int) -> None:
        likeness = _dot(sums[one], sums[other]) / (len(members[one]) * len(members[other]))
        if likeness >= threshold:
            heapq.heappush(heap, (-likeness, min(one, other), max(one, other)))

    for one, other in _pairs(shared):
        near[one].add(other)
        near[other].add(one)
        offer(one, other)
    following = len(vectors)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in sums or other not in sums:
            continue
        joined, following = following, following + 1
        members[joined] = sorted(members.pop(one) + members.pop(other))
        sums[joined] = _add(sums.pop(one), sums.pop(other))
        near[joined] = {index for index in near.pop(one) | near.pop(other) if index in sums}
        for index in sorted(near[joined]):
            near[index].add(joined)
            offer(index, joined)
    return sorted(members.values())


def _shared(vectors: Sequence[Vector]) -> list[dict[str, float]]:
    """The vectors without the terms that only one has: they add to no product."""
    holders = Counter(term for vector in vectors for term in vector)
    return [{term: weight for term, weight in vector.items() if holders[term] > 1} for vector in vectors]


def _pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Pairs of vectors that share one of the heaviest terms of each, each pair once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term in heapq.nsmallest(_TELLING, vector, key=lambda term: (-vector[term], term)):
            holders[term].append(index)
    found = {
        (one, other)
        for places in holders.values()
        if len(places) <= _MOST_HOLDERS
        for position, one in enumerate(places)
        for other in places[position + 1 :]
    }
    yield from sorted(found)


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _add(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    if len(one) < len(other):
        one, other = other, one
    for term, weight in other.items():
        one[term] = one.get(term, 0.0) + weight
    return one
