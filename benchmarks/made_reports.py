"""Made-up reports for measuring: the sample reports' paragraphs in new arrangements."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from accord.intake.intake import read
from accord.records import Report

SAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
_PARAGRAPHS = 12


def made_reports(count: int) -> Iterator[tuple[str, str]]:
    """`count` pairs of an identifier and a text of twelve paragraphs; the same ones every time.

    Names of places are varied, so that a pipeline meets words it has not seen, as it does in news.
    """
    samples: tuple[Report, ...] = read(SAMPLES).reports
    paragraphs = sorted({line for report in samples for line in report.text.splitlines() if len(line) > 80})
    chance = random.Random(20150720)
    for number in range(count):
        town = "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)).title()
        chosen = chance.sample(paragraphs, k=min(_PARAGRAPHS, len(paragraphs)))
        yield f"made-{number:06}", "\n".join(chosen).replace("Miami", town)
