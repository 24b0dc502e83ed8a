"""Actors: the same, part of each other, or different."""

from __future__ import annotations

import pytest

from accord.reconciliation.compare import actor
from accord.reconciliation.compare.actor import Party

NORWAY, COURT, MINISTRY = Party("NOR"), Party("NOR/court", ("NOR",)), Party("NOR/ministry", ("NOR",))
CHILE, SOMEONE = Party("CHL"), Party("somebody", (), False)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (NORWAY, NORWAY, "agrees"),
        (NORWAY, COURT, "refines"),
        (COURT, MINISTRY, "cannot tell"),
        (NORWAY, CHILE, "contradicts"),
        (COURT, CHILE, "contradicts"),
        (SOMEONE, CHILE, "cannot tell"),
    ],
)
def test_actors(one: Party, other: Party, answer: str) -> None:
    assert actor.compare(one, other) == answer == actor.compare(other, one)


def test_lists_of_actors_contradict_only_when_nobody_is_in_both() -> None:
    assert actor.compare_sides((NORWAY, CHILE), (COURT,)) == "refines"
    assert actor.compare_sides((NORWAY,), (CHILE,)) == "contradicts"
    assert actor.compare_sides((), (CHILE,)) == "cannot tell"
