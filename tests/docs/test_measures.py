"""The page on measures has every gold set and figure that `make scores` measures."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None, f"no section {heading!r}"
    return found[1]


def tasks() -> Any:
    return runpy.run_path(str(ROOT / "benchmarks" / "scores.py"))["TASKS"]


def test_every_gold_set_is_described() -> None:
    described = re.findall(r"^\| ([\w-]+) \|", section("Gold sets"), re.MULTILINE)
    assert described[2:] == [task.name for task in tasks()]


def test_every_figure_has_a_score() -> None:
    told = re.findall(r"^\| ([\w-]+) \| (\w+) \| \d+\.\d \|", section("Scores"), re.MULTILINE)
    assert told == [(task.name, figure) for task in tasks() for figure in task.figures]
