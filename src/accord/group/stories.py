"""Which reports tell of the same happening."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from accord.group.linkage import cluster
from accord.group.terms import vectors
from accord.records import Reading, Story

# Average cosine that reports of one story reach.
_ALIKE = 0.17


def group(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """Put readings that tell of the same happening together, each into one story.

    The order of `readings` does not matter.  Stories are sorted by their earliest publication day
    (unknown days last), then by their first reading's id.
    """
    ordered = sorted(readings, key=_order)
    clusters = cluster(vectors(ordered), _ALIKE)
    return tuple(_story([ordered[index] for index in members]) for members in clusters)


def _order(reading: Reading) -> tuple[bool, str, str, str]:
    return reading.published is None, reading.published or "", reading.id, reading.sha256


def _story(readings: Sequence[Reading]) -> Story:
    """Name a story by the smallest hash of its reports, so that the name survives most additions."""
    first = min(reading.sha256 for reading in readings)
    name = sha256(first.encode()).hexdigest()[:10]
    return Story(f"story-{name}", tuple(sorted(readings, key=lambda reading: (reading.id, reading.sha256))))
