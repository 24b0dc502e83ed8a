"""Sentences are alike where each piece of both has one in the other that means the same."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from accord.grouping.meaning.encoder import Pieces
from accord.reconciliation.facts.piece_meanings import PieceMeanings

PIECES = arrays.arrays(numpy.int8, st.tuples(st.integers(0, 4), st.just(6)), elements=st.integers(-127, 127))


def bytes_of(*rows: tuple[int, ...]) -> Pieces:
    return numpy.array(rows, numpy.int8).reshape(-1, 3)


def likeness(one: Pieces, other: Pieces, *others: Pieces) -> float:
    found = PieceMeanings.of([one, other, *others])
    return float(found.likeness(numpy.array([0]), numpy.array([1]))[0])


UP, DOWN, ACROSS, BACK = (0, 100, 0), (0, -100, 0), (100, 0, 0), (-100, 0, 0)


def test_the_same_pieces_in_any_order_are_the_same() -> None:
    assert likeness(bytes_of(UP, DOWN), bytes_of(DOWN, UP)) == pytest.approx(1, abs=0.02)


def test_what_the_other_lacks_counts_against_both() -> None:
    balanced = bytes_of(DOWN, BACK)
    whole, part = bytes_of(UP, ACROSS), bytes_of(UP)
    assert likeness(whole, part, balanced) < likeness(whole, whole, balanced) - 0.3
    assert likeness(whole, part, balanced) == likeness(part, whole, balanced)


def test_what_all_sentences_share_tells_nothing() -> None:
    shifted = [bytes_of(tuple(each + 20 for each in row)) for row in (UP, DOWN)]
    assert likeness(*shifted) == likeness(bytes_of(UP), bytes_of(DOWN)) == pytest.approx(-1, abs=0.02)


def test_without_pieces_nothing_is_alike() -> None:
    assert likeness(bytes_of(), bytes_of(UP)) == 0
    assert PieceMeanings.of([]).likeness(numpy.zeros(0, int), numpy.zeros(0, int)).shape == (0,)


@given(st.lists(PIECES, min_size=2, max_size=5))
def test_likeness_is_symmetric_and_a_share(sentences: list[Pieces]) -> None:
    found = PieceMeanings.of(sentences)
    one, other = numpy.triu_indices(len(sentences), 1)
    forth, back = found.likeness(one, other), found.likeness(other, one)
    assert forth.tolist() == back.tolist()
    assert (abs(forth) < 1.05).all()
