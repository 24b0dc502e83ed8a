"""Which country a guide is on: its title says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePath

from accord.records import Reading


def by_host(readings: Iterable[Reading]) -> dict[str, tuple[Reading, ...]]:
    """The guides of each country, by its name.

    The name is what follows the last colon of the title ("Chiefs of Mission: Ruritania"), or the whole
    title; without a title, the last part of the report's identifier.
    """
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        title = reading.title or PurePath(reading.id).stem
        found[title.rpartition(":")[2].strip()].append(reading)
    return {host: tuple(of_host) for host, of_host in sorted(found.items())}
