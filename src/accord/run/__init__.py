"""Executors: the same work in this process or in several."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from msgspec.structs import replace

from accord.records import Problem, Reading, Report
from accord.settings import Settings
from accord.timings import Timings

# Below this many reports, starting more processes costs more than it saves.
_WORTH_A_POOL = 48


def run(
    reports: Iterable[Report], settings: Settings, timings: Timings | None = None
) -> Iterator[Reading | Problem]:
    """Extract `reports` with the executor that fits: the order and the Readings are always the same.

    `settings.workers` of 1, the default, means this process; 0 means this process for a handful of reports,
    and one process a core for more.

    Raises:
        AccordError: the pipeline or the vocabulary cannot be used, or worker processes cannot be started.
    """
    from accord.run.executors import extract_here, extract_in_pool

    if settings.workers == 1:
        return extract_here(reports, settings, timings)
    source = iter(reports)
    if settings.workers == 0:
        first = list(islice(source, _WORTH_A_POOL))
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        if len(first) < _WORTH_A_POOL or cores == 1:
            return extract_here(chain(first, source), settings, timings)
        settings = replace(settings, workers=cores)
        source = chain(first, source)
    return extract_in_pool(source, settings, timings)
