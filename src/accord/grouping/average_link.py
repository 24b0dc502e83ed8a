"""Average-link clustering of things of which some pairs have a score."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def average_link(size: int, scores: Mapping[tuple[int, int], int], threshold: float) -> list[list[int]]:
    """Join the two clusters whose members score most on average, until none reach `threshold`.

    `scores` are whole numbers of pairs (one, other) of the things 0 to `size` - 1, one < other; pairs without
    one count 0, so that a chain of neighbours does not pull in its ends.  Sums of whole numbers are exact:
    the order of pairs changes nothing.  Returns the members of each cluster, sorted, by first member.
    """
    members: dict[int, tuple[int, ...]] = {index: (index,) for index in range(size)}
    sums: dict[int, dict[int, int]] = {index: {} for index in range(size)}
    heap: list[tuple[float, int, int]] = []

    def offer(one: int, other: int) -> None:
        average = sums[one][other] / (len(members[one]) * len(members[other]))
        if average >= threshold:
            heapq.heappush(heap, (-average, min(one, other), max(one, other)))

    for (one, other), score in sorted(scores.items()):
        sums[one][other] = sums[other][one] = score
        offer(one, other)
    following = size
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        joined, following = following, following + 1
        members[joined] = tuple(sorted(members.pop(one) + members.pop(other)))
        sums[joined] = _together(sums.pop(one), sums.pop(other), without=(one, other))
        for third, total in sums[joined].items():
            theirs = sums[third]
            theirs.pop(one, None)
            theirs.pop(other, None)
            theirs[joined] = total
            offer(joined, third)
    return sorted(list(each) for each in members.values())


def _together(one: dict[int, int], other: dict[int, int], without: tuple[int, int]) -> dict[int, int]:
    found = {third: total for third, total in one.items() if third not in without}
    for third, total in other.items():
        if third not in without:
            found[third] = found.get(third, 0) + total
    return found
