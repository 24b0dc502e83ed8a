"""Lengths of time, what recurs, and what names no time in the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import time_expressions as table
from accord.extraction.times.expressions import durations
from accord.extraction.times.expressions.meaning import Context
from accord.records import Time
from time_expressions import named

Find = Callable[..., tuple[Time, ...]]
At = Callable[..., Context]


@pytest.mark.parametrize(("sentence", "text", "value"), table.REFERENCES)
def test_vague_references(find: Find, sentence: str, text: str, value: str) -> None:
    assert named(find(sentence), text).value == value


@pytest.mark.parametrize(("sentence", "text", "value", "mod"), table.LENGTHS)
def test_lengths(find: Find, sentence: str, text: str, value: str, mod: str | None) -> None:
    time = named(find(sentence), text)
    assert (time.type, time.value, time.mod) == ("DURATION", value, mod)
    assert (time.edtf, time.earliest, time.latest) == (None, None, None)


@pytest.mark.parametrize(("sentence", "text", "value"), table.SETS)
def test_sets(find: Find, sentence: str, text: str, value: str) -> None:
    time = named(find(sentence), text)
    assert (time.type, time.value) == ("SET", value)


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [("three", "years", "P3Y"), ("half a", "year", "P6M"), ("two and a half", "hours", "PT2H30M"),
     ("a couple of", "weeks", "P2W"), ("1.5", "minutes", "PT1M30S")],
)  # fmt: skip
def test_a_length(context: At, number: str, unit: str, value: str) -> None:
    text = f"It lasted {number} {unit}."
    found = durations.resolve_duration({"n": number, "u": unit}, context(text, f"{number} {unit}"))
    assert found is not None
    assert (found.type, found.value) == ("DURATION", value)


def test_an_age_is_no_length(context: At) -> None:
    text = "The two-year old sang."
    assert durations.resolve_duration({"n": "two", "u": "year"}, context(text, "two-year")) is None


def test_a_range_that_runs_backwards_is_no_length(context: At) -> None:
    here = context("It lasted months.", "months")
    assert durations.resolve_between({"n": "18", "n2": "12", "u": "months"}, here) is None
