"""Features of a second look at a pair."""

from __future__ import annotations

import math

import pytest
from msgspec.structs import replace

from accord.reconciliation.coreference.features import neighbour_features as of
from accord.reconciliation.coreference.pair_context import PairNeighbours

PAIR = PairNeighbours(
    likely=0.6, usual=0.3, of_words=(1.5, 3), of_reports=(0.8, 2), degrees=(1.0, 2.5),
    beside=0.7, rival=0.9, both=(0.2, 0.8), apart=(0.1, 0.4),
)  # fmt: skip
ALONE = replace(PAIR, of_words=(0.6, 1), of_reports=(0.6, 1), both=(), apart=())


def test_what_the_first_look_said_is_kept() -> None:
    assert (of.likely(PAIR), of.beside(PAIR)) == (0.6, 0.7)
    assert of.lead(PAIR) == pytest.approx(-0.3)


def test_the_pair_itself_stands_in_its_averages_as_a_usual_one() -> None:
    assert of.likely_by_word(PAIR) == pytest.approx((1.5 - 0.6 + 0.3) / 3)
    assert of.likely_by_report(PAIR) == pytest.approx((0.8 - 0.6 + 0.3) / 2)
    assert of.likely_by_word(ALONE) == of.likely_by_report(ALONE) == pytest.approx(PAIR.usual)


def test_pairs_of_a_word_are_counted_in_logarithms() -> None:
    assert of.pairs_of_word(PAIR) == math.log(3)
    assert of.pairs_of_word(ALONE) == 0


def test_company_is_the_same_whichever_mention_comes_first() -> None:
    for pair in (PAIR, replace(PAIR, degrees=PAIR.degrees[::-1])):
        assert (of.most_company(pair), of.least_company(pair)) == (2.5, 1.0)


def test_what_both_were_compared_with_is_averaged() -> None:
    assert of.shared(PAIR) == pytest.approx(0.5)
    assert of.unshared(PAIR) == pytest.approx(0.25)
    assert [of.most_shared(PAIR), of.most_unshared(PAIR)] == [0.8, 0.4]
    assert of.in_common(PAIR) == 2


def test_what_is_compared_with_nothing_else_is_told_from_the_unlikely() -> None:
    assert {measure(ALONE) for measure in (of.shared, of.most_shared, of.unshared, of.most_unshared)} == {-1}
    assert of.in_common(ALONE) == 0
