"""Extraction in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accord.extract.extractor import Extractor
from accord.records import Problem, Reading, Report
from accord.settings import Settings


def extract_here(reports: Iterable[Report], settings: Settings) -> Iterator[Reading | Problem]:
    """Extract `reports` one after the other, in order."""
    yield from Extractor.load(settings).pipe(reports)
