"""Which reports tell of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from accord.group.linkage import cluster
from accord.group.terms import Weigher
from accord.records import Reading, Story

# Average cosine that reports of one story reach.
_ALIKE = 0.07
# Two happenings of one kind are alike, but what is told of either is much more so among itself.
_APART = 0.6


def group(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """Put readings that tell of the same happening together, each into one story.

    The order of `readings` does not matter.  Stories are sorted by their earliest publication day
    (unknown days last), then by their first reading's id.
    """
    copies: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=_order):
        copies[reading.sha256].append(reading)
    texts = list(copies.values())
    clusters = cluster(Weigher.load().vectors([text[0] for text in texts]), _ALIKE, _APART)
    return tuple(_story([reading for index in members for reading in texts[index]]) for members in clusters)


def _order(reading: Reading) -> tuple[bool, str, str, str]:
    return reading.published is None, reading.published or "", reading.id, reading.sha256


def _story(readings: Sequence[Reading]) -> Story:
    """Name a story by the smallest hash of its reports, so that the name survives most additions."""
    first = min(reading.sha256 for reading in readings)
    name = sha256(first.encode()).hexdigest()[:10]
    return Story(f"story-{name}", tuple(sorted(readings, key=lambda reading: (reading.id, reading.sha256))))
