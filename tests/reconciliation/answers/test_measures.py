"""What figures measure, in the unit that all measures of a kind are compared in."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.answers.measures import COUNT, Measures
from accord.reconciliation.compare.quantity import Range
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

FILE = "en/quantities/measures.json"
MEASURES = Measures.load()


def test_lengths_of_two_units_are_told_in_one() -> None:
    miles = MEASURES.scales(Range(2.0, 2.0, "mile"), "two miles")["length"]
    metres = MEASURES.scales(Range(3200.0, None, "metre"), "over 3,200 metres")["length"]
    assert miles.unit == "length"
    assert [miles.low, miles.high] == pytest.approx([3218.7, 3218.7], abs=0.1)
    assert metres == Range(3200.0, None, "length")


def test_a_ton_may_be_any_of_three() -> None:
    ton = MEASURES.scales(Range(10.0, 10.0, "ton"), "10 tons")["mass"]
    tonne = MEASURES.scales(Range(10.0, 10.0, "tonne"), "10 tonnes")["mass"]
    assert [ton.low, ton.high] == pytest.approx([9000, 11000])
    assert [tonne.low, tonne.high] == [10000, 10000]


def test_pounds_may_be_money_or_mass_and_a_sign_is_money_alone() -> None:
    assert set(MEASURES.scales(Range(30000.0, 30000.0, "GBP"), "30,000 pounds")) == {"mass", "GBP"}
    assert set(MEASURES.scales(Range(30000.0, 30000.0, "GBP"), "£30,000")) == {"GBP"}


def test_what_is_no_unit_is_counted() -> None:
    assert set(MEASURES.scales(Range(7.0, 7.0, "lantern"), "seven lanterns")) == {COUNT}


@pytest.mark.parametrize(
    ("words", "bound"),
    [("More than 40 goats", "above"), ("nearly  40 goats", "below"), ("about 40 goats", "at")],
)
def test_the_words_of_a_figure_tell_on_which_side_of_its_number_it_lies(words: str, bound: str) -> None:
    assert MEASURES.bound(words) == bound


@pytest.mark.parametrize(("words", "period"), [("the past two years", True), ("two years", False)])
def test_stretches_told_from_the_day_of_the_text_are_known(words: str, period: bool) -> None:
    assert bool(MEASURES.period.match(words)) == period


def test_a_unit_that_measures_two_things_is_refused() -> None:
    data = PACKAGED.read(FILE, dict[str, object])
    broken = data | {"units": {"length": {"span": 1.0}, "mass": {"span": 1.0}}}
    with pytest.raises(VocabularyError, match="'span' measures two things"):
        Measures.load(Replaced(file=FILE, data=broken))
