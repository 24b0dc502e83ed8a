"""The first real input: five reports of one happening, two of which share a passage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.grouping.copies import find_copies
from accord.grouping.stories import group
from accord.grouping.witnesses import WireFinder
from accord.records import Reading


@pytest.fixture(scope="module")
def seeds(shared: Path, parse: Callable[..., Parsed]) -> list[Reading]:
    readings = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        parsed = parse(path.read_text())
        readings.append(
            Reading(
                id=path.name[:3],
                source=None,
                title=None,
                published=None,
                sha256=path.name,
                text=parsed.text,
                regions=parsed.regions,
                sentences=parsed.sentences,
            )
        )
    return readings


def test_the_reports_make_one_story(seeds: list[Reading]) -> None:
    assert [len(story.readings) for story in group(seeds)] == [5]


def test_two_share_a_passage_and_two_quote_the_same_words(seeds: list[Reading]) -> None:
    found = sorted((origin.kind, origin.reports) for origin in find_copies(seeds, WireFinder.load()))
    assert found == [
        ("passage", ("002", "003")),
        ("quotation", ("001", "004")),
        ("quotation", ("001", "004")),
    ]
