"""How two answers to one question stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.answers.answer import CLOCK, DAY
from accord.reconciliation.answers.standing import AnswerValue, compare
from accord.reconciliation.compare.quantity import Range
from accord.records import Comparison


def figure(low: float | None, high: float | None, bound: str = "at", unit: str = "") -> AnswerValue:
    ends = [end for end in (low, high) if end is not None]
    return AnswerValue(Range(low, high, "length"), sum(ends) / len(ends), bound, unit)  # type: ignore[arg-type]


def moment(low: float, high: float, unit: str) -> AnswerValue:
    return AnswerValue(Range(low, high, unit), (low + high) / 2, "at", "")


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (figure(60, 60), figure(60, 60), "agrees"),
        (figure(60, 60), figure(90, 90), "contradicts"),
        (figure(60, None, "above"), figure(90, 90), "differs in scope"),
        (figure(60, None, "above"), figure(60, 60), "differs in scope"),
        (figure(60.0, 60.0, unit="metre"), figure(60.96, 60.96, unit="foot"), "agrees"),
        (moment(600, 600, CLOCK), moment(603, 603, CLOCK), "cannot tell"),
        (moment(600, 600, CLOCK), moment(640, 640, CLOCK), "contradicts"),
        (moment(1, 30, DAY), moment(12, 12, DAY), "differs in scope"),
        (moment(12, 12, DAY), moment(13, 13, DAY), "cannot tell"),
        (moment(12, 12, DAY), moment(19, 19, DAY), "contradicts"),
    ],
)
def test_two_values_of_one_measure(one: AnswerValue, other: AnswerValue, answer: Comparison) -> None:
    assert compare(one, other) == answer


_VALUES = st.builds(
    lambda low, size, bound: figure(low, low + size, bound),
    st.floats(1, 1000),
    st.floats(0, 100),
    st.sampled_from(["at", "above", "below"]),
)


@given(_VALUES, _VALUES)
def test_it_is_the_same_from_either_side(one: AnswerValue, other: AnswerValue) -> None:
    assert compare(one, other) == compare(other, one)
    assert compare(one, one) == "agrees"
