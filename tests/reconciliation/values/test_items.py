"""What is compared: days, lengths of time and quantities of a report."""

from __future__ import annotations

import pytest

from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.values.items import is_glued, items_of, value_of
from accord.records import Quantity, Time
from readings import ReadingBuilder


@pytest.mark.parametrize(
    ("value", "mod", "told"),
    [
        ("P6Y", None, Range(72, 72, "month")),
        ("P2W", None, Range(14, 14, "day")),
        ("PT25S", None, Range(25, 25, "second")),
        ("P10D", "APPROX", Range(9, 11, "day")),
        ("P3Y", "MORE_THAN", Range(36, None, "month")),
        ("P3Y", "LESS_THAN", Range(None, 36, "month")),
    ],
)
def test_lengths_of_time_are_ranges(value: str, mod: str | None, told: Range) -> None:
    assert value_of(Time(0, 1, "x", "DURATION", value, mod)) == told


def test_an_amount_in_brackets_is_the_one_before_it_converted() -> None:
    builder = ReadingBuilder("a", "The ferry sank 22 miles (35 kilometres) off the harbour.")
    builder.quantity("22 miles", 22, 22, "mile")
    builder.quantity("35 kilometres", 35, 35, "kilometre")
    kinds = [kind for kind, _ in items_of(builder.build())]
    assert kinds == ["quantity mile", "converted quantity kilometre"]


def test_a_measure_may_be_written_as_one_with_its_number() -> None:
    assert is_glued(Quantity(0, 5, "200ft", 200, 200))
    assert not is_glued(Quantity(0, 3, "200", 200, 200))
