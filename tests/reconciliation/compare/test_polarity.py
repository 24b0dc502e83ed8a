"""Done, not done, denied, foreseen, or open."""

from __future__ import annotations

import pytest

from accord.reconciliation.compare import polarity
from accord.reconciliation.compare.polarity import Standing


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("done", "done", "agrees"),
        ("done", "not done", "contradicts"),
        ("done", "denied", "contradicts"),
        ("done", "foreseen", "refines"),
        ("done", "open", "cannot tell"),
        ("not done", "foreseen", "cannot tell"),
        ("not done", "denied", "agrees"),
    ],
)
def test_standing(one: Standing, other: Standing, answer: str) -> None:
    assert polarity.compare(one, other) == answer == polarity.compare(other, one)


def test_what_is_possible_or_asked_stays_open() -> None:
    assert polarity.standing("positive", "asserted") == "done"
    assert polarity.standing("negative", "asserted") == "not done"
    assert polarity.standing("negative", "planned") == "ruled out"
    assert polarity.standing("positive", "conditional") == "open"
