"""Words of distance in days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.times.links.distance import Distances, Gap
from accord.temporal_network import turned


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


ENDS = st.none() | st.integers(-400, 400)


@given(ENDS, ENDS, st.integers(-500, 500))
def test_a_gap_turned_holds_what_the_gap_holds(low: int | None, high: int | None, days: int) -> None:
    def holds(gap: Gap, apart: int) -> bool:
        return (gap[0] is None or gap[0] <= apart) and (gap[1] is None or apart <= gap[1])

    assert holds(turned((low, high)), -days) == holds((low, high), days)
    assert turned(turned((low, high))) == (low, high)


@given(st.integers(1, 40), st.sampled_from(["day", "week", "month", "year"]))
def test_a_longer_count_is_never_nearer(count: int, unit: str) -> None:
    distances = Distances.load()
    near, far = distances.length(f"{count} {unit}s"), distances.length(f"{count + 1} {unit}s")
    assert near is not None
    assert far is not None
    (near_low, near_high), (far_low, far_high) = near, far
    assert 0 <= (near_low or 0) <= (near_high or 0) < (far_high or 0)
    assert (near_low or 0) < (far_low or 0) or near_low == 0
    assert distances.signed(f"{count} {unit}s earlier") == turned(near)
