"""Where the gold lies, and how its files are read: a row of JSON a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
"""The folder of the gold, beside the checkout."""

REPORT_FIELDS = ("id", "text", "title", "source", "published", "url")
"""What a report of the gold may have, apart from the answers."""


def lines_of(path: Path) -> list[str]:
    """The lines of a file that say something."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in lines_of(path)]


def report_of(row: dict[str, Any]) -> dict[str, Any]:
    """A row's report without its answers, and without what it does not have."""
    return {key: row[key] for key in REPORT_FIELDS if row.get(key)}
