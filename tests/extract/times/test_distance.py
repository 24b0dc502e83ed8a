"""Words of distance in days."""

from __future__ import annotations

import pytest

from accord.extract.times.distance import Distances, Gap


@pytest.fixture(scope="module")
def distances() -> Distances:
    return Distances.load()


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("two days later", (2, 2)),
        ("Three days after", (3, 3)),
        ("a day earlier", (-1, -1)),
        ("the same day", (0, 0)),
        ("the following day", (1, 1)),
        ("the day before", (-1, -1)),
        ("a week later", (4, 10)),
        ("two weeks earlier", (-17, -11)),
        ("more than two days later", (2, None)),
        ("less than two days later", (0, 2)),
        ("days later", (0, None)),
        ("hours later", (0, 1)),
        ("twenty-one days later", (21, 21)),
        ("that month", None),
        ("in April", None),
        ("four years", None),
    ],
)
def test_signed_distance(distances: Distances, text: str, gap: Gap | None) -> None:
    assert distances.signed(text) == gap


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("two days", (2, 2)),
        ("the day", (1, 1)),
        ("over ten days", (10, None)),
        ("an embassy", None),
        ("", None),
    ],
)
def test_length(distances: Distances, text: str, gap: Gap | None) -> None:
    assert distances.length(text) == gap
