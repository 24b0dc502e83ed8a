"""Places: the same, one inside the other, or in different countries."""

from __future__ import annotations

import pytest

from accord.reconciliation.compare import place
from accord.reconciliation.compare.place import Spot


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Spot("oslo", "NOR"), Spot("norway", "NOR", True), "refines"),
        (Spot("oslo", "NOR"), Spot("oslo", "NOR"), "agrees"),
        (Spot("oslo", "NOR"), Spot("bergen", "NOR"), "cannot tell"),
        (Spot("oslo", "NOR"), Spot("lima", "PER"), "contradicts"),
        (Spot("oslo", None), Spot("lima", "PER"), "cannot tell"),
        (Spot("", None), Spot("lima", "PER"), "cannot tell"),
    ],
)
def test_places(one: Spot, other: Spot, answer: str) -> None:
    assert place.compare(one, other) == answer == place.compare(other, one)
