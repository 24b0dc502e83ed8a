"""Stretches: which time ends what another begins, and the whole as one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from edtf import parse_edtf

from accord.extract.parsed import Parsed
from accord.extract.times import TimeFinder
from accord.extract.times.attachment import time_of
from accord.extract.times.ranges import stretch


@pytest.mark.parametrize(
    ("sentence", "whole", "edtf", "earliest", "latest"),
    [
        ("They met from 3 May to 5 May 2021.", "3 May to 5 May 2021", None, None, None),
        ("They met between 1999 and 2001.", "1999 and 2001", "1999/2001", "1999-01-01", "2001-12-31"),
        ("The war (1914-1918) was long.", "1914-1918", "1914/1918", "1914-01-01", "1918-12-31"),
        (
            "It ran from June 3-5, 2024.",
            "June 3-5, 2024",
            "2024-06-03/2024-06-05",
            "2024-06-03",
            "2024-06-05",
        ),
        (
            "It ran from May 2020 until July 2021.",
            "May 2020 until July 2021",
            "2020-05/2021-07",
            "2020-05-01",
            "2021-07-31",
        ),
        ("It ran from 264 to 241 BC.", "264 to 241 BC", "-0263/-0240", None, None),
    ],
)
def test_a_stretch(
    parse: Callable[..., Parsed],
    sentence: str,
    whole: str,
    edtf: str | None,
    earliest: str | None,
    latest: str | None,
) -> None:
    times = TimeFinder.load().find(parse(sentence))
    assert times[0].until == "time:1"
    assert times[1].until is None
    found = stretch(times, times[0], sentence)
    assert (found.text, found.edtf, found.earliest, found.latest) == (
        whole,
        edtf or found.edtf,
        earliest,
        latest,
    )
    if edtf:
        parse_edtf(edtf)


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in 1999 and 2001.",
        "They met in 2001 until 1999.",
        "They met on Monday and not until Tuesday.",
        "They moved from May 2021 to now.",
    ],
)
def test_no_stretch(parse: Callable[..., Parsed], sentence: str) -> None:
    times = TimeFinder.load().find(parse(sentence, "2024-05-01"))
    assert [time.until for time in times] == [None] * len(times)
    assert stretch(times, times[0], sentence) == times[0]


def test_what_happened_in_a_stretch_has_the_whole_of_it(parse: Callable[..., Parsed]) -> None:
    text = "The leagues fought each other from May 1811 to June 1814."
    parsed = parse(text)
    times = TimeFinder.load().find(parsed)
    verb = next(token for token in parsed.doc if token.text == "fought")
    time = time_of(parsed, times, verb)
    assert time is not None
    assert (time.text, time.value) == ("May 1811 to June 1814", "1811-05/1814-06")
    assert (time.earliest, time.latest) == ("1811-05-01", "1814-06-30")
