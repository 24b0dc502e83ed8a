"""Nearness in meaning, seen from the middle of the story."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.facts.meanings import StoryMeanings

ROWS = st.lists(st.lists(st.integers(-60, 60), min_size=4, max_size=4), min_size=2, max_size=12)


def meanings(rows: list[list[int]]) -> StoryMeanings:
    return StoryMeanings.of(numpy.array(rows, numpy.float32) / numpy.float32(2048))


def test_what_all_share_counts_for_nothing() -> None:
    found = meanings([[900, 50, 0], [900, 50, 1], [900, -50, 0], [900, -50, 1]])
    one, other = numpy.array([0, 0]), numpy.array([1, 2])
    assert found.likeness(one, other).tolist() == pytest.approx([1, -1], abs=0.01)


def test_the_nearest_are_named_without_the_sentence_itself() -> None:
    found = meanings([[900, 50, 0], [900, 50, 1], [900, -50, 0], [900, -50, 1]])
    assert set(found.nearest(1, 0.5)) == {(0, 1), (1, 0), (2, 3), (3, 2)}
    assert set(found.nearest(3, 0.5)) == {(0, 1), (1, 0), (2, 3), (3, 2)}


@given(rows=ROWS)
def test_likeness_is_the_same_both_ways_and_at_most_one(rows: list[list[int]]) -> None:
    found = meanings(rows)
    one, other = (each.ravel() for each in numpy.indices((len(rows), len(rows))))
    likeness = found.likeness(one, other)
    assert likeness.tolist() == found.likeness(other, one).tolist()
    assert (abs(likeness) <= 1 + 1e-9).all()
