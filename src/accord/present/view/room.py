"""How much of a story is told before anything is opened: half as many characters as its reports have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from accord.records import ReportView

# A reader is spared at least every other character of the reports.
_SPARED = 2


def room_of(reports: Sequence[ReportView]) -> int:
    """The characters that there is room for, headings and all."""
    return sum(len(report.text) for report in reports) // _SPARED


def fitting(sizes: Sequence[int], room: int) -> int:
    """How many of the first of so many characters each there is `room` for."""
    return sum(size <= room for size in accumulate(sizes))
