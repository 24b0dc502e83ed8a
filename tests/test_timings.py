"""Seconds are each stage's own, add up over processes, and are told in a table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accord.timings import Timings


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test moves it."""
    now = [0.0]
    monkeypatch.setattr("accord.timings.time.perf_counter", lambda: now[0])
    return now


def test_a_stage_within_another_is_not_counted_twice(clock: list[float]) -> None:
    timings = Timings()

    def inner() -> str:
        clock[0] += 2
        return "done"

    def outer() -> str:
        clock[0] += 1
        return timings.measure("inner", inner)

    assert timings.measure("outer", outer) == "done"
    assert timings.seconds == {"inner": 2, "outer": 1}
    assert timings.items == {"inner": 1, "outer": 1}
    assert timings.total == 3


def test_items_are_counted_and_what_is_done_with_them_is_not(clock: list[float]) -> None:
    timings = Timings()

    def made() -> Iterator[int]:
        for number in range(3):
            clock[0] += 1
            yield number

    for _ in timings.watch("making", made()):
        clock[0] += 10
    assert timings.seconds == {"making": 3}
    assert timings.items == {"making": 3}


def test_a_stage_that_fails_is_timed(clock: list[float]) -> None:
    timings = Timings()

    def failing() -> None:
        clock[0] += 4
        raise ValueError("no figure")

    with pytest.raises(ValueError, match="no figure"):
        timings.measure("failing", failing)
    assert timings.seconds == {"failing": 4}


def test_processes_add_up() -> None:
    here = Timings({"a": 1.0, "b": 2.0}, {"a": 1, "b": 4})
    here.add(Timings({"b": 0.5, "c": 3.0}, {"b": 1, "c": 2}))
    assert here == Timings({"a": 1.0, "b": 2.5, "c": 3.0}, {"a": 1, "b": 5, "c": 2})


def test_a_table() -> None:
    assert Timings({"parse": 12.345, "times": 0.5}, {"parse": 3, "times": 3}).table().splitlines() == [
        "stage       seconds  items",
        "parse         12.35      3",
        "times          0.50      3",
        "all stages    12.85",
    ]
