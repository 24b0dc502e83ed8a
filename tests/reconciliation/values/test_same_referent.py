"""Whether two values that differ are of one thing: what speaks for it and what against."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.reconciliation.feature_registry import measured
from accord.reconciliation.values.compared_values import ComparedValues, ContextLikeness
from accord.reconciliation.values.same_referent import Judge
from accord.reconciliation.values.value_compatibility import GivenValues, ValuesBeside, comparable
from accord.reconciliation.values.value_features import VALUE_FEATURES
from accord.reconciliation.values.value_mentions import ValueMention
from mentions import mention
from vocabularies import Replaced

ALONE = ValuesBeside(0, 0)
SAME = ContextLikeness(0.9, 0.8, ALONE)


ONE, OTHER = mention("a", 40), mention("b", 60)
KNOWN = GivenValues([ONE, OTHER])


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge.load()


def is_one(
    judge: Judge,
    one: ValueMention,
    other: ValueMention,
    place: ContextLikeness = SAME,
    known: GivenValues = KNOWN,
) -> bool:
    return judge.is_sure(judge.likelihood(ComparedValues(one, other, place, known)))


def test_like_places_in_like_sentences_are_of_one_thing(judge: Judge) -> None:
    assert is_one(judge, ONE, OTHER)


def test_unlike_places_are_not(judge: Judge) -> None:
    assert not is_one(judge, ONE, OTHER, ContextLikeness(0.2, 0.15, ALONE, 0.3))


def test_sentences_that_differ_in_several_values_tell_of_two_things(judge: Judge) -> None:
    place = ContextLikeness(0.5, 0.3, ALONE)
    assert judge.likelihood(ComparedValues(ONE, OTHER, place, KNOWN)) > judge.likelihood(
        ComparedValues(ONE, OTHER, replace(place, beside=ValuesBeside(0, 2)), KNOWN)
    )


def test_the_further_apart_two_figures_are_the_less_are_they_of_one_thing(judge: Judge) -> None:
    near, far = (ComparedValues(ONE, mention("b", number), SAME, KNOWN) for number in (60, 6000))
    assert judge.likelihood(near) > judge.likelihood(far)


WEIGHTS = dict.fromkeys(VALUE_FEATURES, 0.0)
SHARES = st.floats(0, 1)


@given(SHARES, SHARES, st.integers(0, 3), st.integers(0, 3))
def test_it_is_the_same_either_way_round(near: float, like: float, agreeing: int, clashing: int) -> None:
    place = ContextLikeness(near, like, ValuesBeside(agreeing, clashing))
    here, there = ComparedValues(ONE, OTHER, place, KNOWN), ComparedValues(OTHER, ONE, place, KNOWN)
    assert measured(VALUE_FEATURES, here) == measured(VALUE_FEATURES, there)
    assert comparable(ONE, OTHER, like) == comparable(OTHER, ONE, like)


@given(SHARES, SHARES, SHARES)
def test_more_likeness_never_speaks_against_it(judge: Judge, near: float, like: float, more: float) -> None:
    if is_one(judge, ONE, OTHER, ContextLikeness(near, like, ALONE)):
        assert is_one(judge, ONE, OTHER, ContextLikeness(max(near, more), like, ALONE))
        assert is_one(judge, ONE, OTHER, ContextLikeness(near, max(like, more), ALONE))


@pytest.mark.parametrize(
    ("threshold", "weights", "fault"),
    [
        (0.5, WEIGHTS | {"colour": 1.0}, "no feature 'colour'"),
        (0.5, {"near": 1.0}, "'agreeing' is measured but not in it"),
        (1.5, WEIGHTS, "between 0 and 1"),
    ],
)
def test_weights_are_checked(threshold: float, weights: dict[str, float], fault: str) -> None:
    broken = Judge("", threshold, 0.0, weights)
    with pytest.raises(VocabularyError, match=fault):
        Judge.load(Replaced(file="models/sameness.json", data=broken))
