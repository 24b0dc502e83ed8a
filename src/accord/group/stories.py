"""Which reports tell of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from accord.group.clusters import clusters, story_id
from accord.group.terms import sketch
from accord.records import Reading, Story


def group(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """Put readings that tell of the same happening together, each into one story.

    The order of `readings` does not matter.  Stories are sorted by their earliest publication day
    (unknown days last), then by that report's hash; a story is named by that report.
    """
    copies: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=_order):
        copies[reading.sha256].append(reading)
    found = sorted(clusters(sketch(texts[0]) for texts in copies.values()), key=lambda texts: texts[0].order)
    return tuple(
        Story(
            story_id(texts[0].sha256),
            tuple(sorted((r for text in texts for r in copies[text.sha256]), key=lambda r: (r.id, r.sha256))),
        )
        for texts in found
    )


def _order(reading: Reading) -> tuple[bool, str, str, str]:
    return reading.published is None, reading.published or "", reading.id, reading.sha256
