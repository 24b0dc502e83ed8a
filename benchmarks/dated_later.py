"""Gives narratives that have no day of publication one that is years after what they tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.gold_files import rows

# So many years after the last that is told, one text more than the one before it; no earlier than the
# first, when papers were dated as they are now, and no later than the last.
_MOST_YEARS, _STEP = 40, 7
_FIRST, _LAST = 1890, 2026


def date_later(gold: Path) -> None:
    """Write the rows of a file of times again, each with its `published`."""
    dated = [{**row, "published": day_after(row["times"], index)} for index, row in enumerate(rows(gold))]
    gold.write_text("".join(f"{json.dumps(row)}\n" for row in dated), encoding="utf-8")


def day_after(times: list[dict[str, Any]], index: int) -> str:
    """A day (ISO 8601) for the text at `index`, by the last year of its `times`.

    >>> day_after([{"value": "1814-03-07"}, {"value": "P3W"}], 2)
    '1890-11-23'
    """
    years = [int(time["value"][:4]) for time in times if time["value"][:4].isdigit()]
    year = max(years, default=_FIRST) + 1 + index * _STEP % _MOST_YEARS
    return f"{min(max(year, _FIRST), _LAST)}-{1 + index * 5 % 12:02}-{1 + index * 11 % 28:02}"
