"""Features of two values: the model is of all of them, and each lies in the range that it tells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.compare.time import Span
from accord.reconciliation.feature_registry import measured
from accord.reconciliation.values.compared_values import ComparedValues, ContextLikeness
from accord.reconciliation.values.same_referent import Judge
from accord.reconciliation.values.value_compatibility import GivenValues, ValuesBeside
from accord.reconciliation.values.value_features import VALUE_FEATURES
from accord.reconciliation.values.value_mentions import (
    CountedThing,
    MentionContext,
    MentionPlace,
    NearbyActs,
    ToldValue,
    ValueMention,
)

WORDS = st.frozensets(st.sampled_from(["quay", "crew", "karst"]), max_size=3)
DAYS = (date(2031, 5, 3), date(2031, 6, 10))
VALUES = st.one_of(
    st.tuples(
        st.just("quantity crew"), st.builds(Range, st.just(3.0), st.sampled_from([3.0, 40.0]), st.none())
    ),
    st.tuples(
        st.just("time"),
        st.builds(Span, st.just("2031"), earliest=st.sampled_from(DAYS), latest=st.sampled_from(DAYS)),
    ),
)


def _mention(
    report: str, told: tuple[str, Range | Span], words: frozenset[str], speech: bool
) -> ValueMention:
    kind, value = told
    context = MentionContext(
        around=dict.fromkeys(words, 1.0), telling=dict.fromkeys(words, 2.0), next_to=words, names=words,
        crowd=len(words), named=words, left=tuple(sorted(words)), of_speech=speech,
    )  # fmt: skip
    return ValueMention(
        MentionPlace(report, 0, 0),
        ToldValue(kind, value, str(value)),
        context,
        CountedThing(counts=kind != "time", specifics=words),
        NearbyActs(families=words, akin=words, types=tuple(sorted(words))),
    )


MENTIONS = st.builds(_mention, st.sampled_from("ab"), VALUES, WORDS, st.booleans())
EITHER_OR = {name for name, of in VALUE_FEATURES.items() if (of.__doc__ or "").endswith("else 0.")}
SHARE = {name for name, of in VALUE_FEATURES.items() if (of.__doc__ or "").endswith("0 to 1.")}


def test_the_model_is_of_the_features_that_are_measured_in_their_order() -> None:
    assert tuple(Judge.load().weights) == tuple(VALUE_FEATURES)


@given(MENTIONS, MENTIONS, st.floats(0, 1), st.integers(0, 4))
def test_features_lie_in_their_range_either_way_round(
    one: ValueMention, other: ValueMention, near: float, clashing: int
) -> None:
    context, known = ContextLikeness(near, 0.5, ValuesBeside(1, clashing)), GivenValues([one, other])
    row = measured(VALUE_FEATURES, ComparedValues(one, other, context, known))
    assert (
        row == measured(VALUE_FEATURES, ComparedValues(other, one, context, known))
        or one.told.kind != other.told.kind
    )
    assert {type(value) for value in row.values()} == {float}
    assert {row[name] for name in EITHER_OR} <= {0.0, 1.0}
    assert all(0 <= row[name] <= 1 + 1e-9 for name in SHARE)
    assert EITHER_OR
    assert SHARE


@pytest.mark.parametrize(("number", "expected"), [(40.0, 0.0), (80.0, 1.0), (20.0, 1.0), (40e9, 4.0)])
def test_numbers_are_so_many_doublings_apart(number: float, expected: float) -> None:
    one, other = (
        _mention(report, ("quantity crew", Range(told, told, "crew")), frozenset(), False)
        for report, told in (("a", 40.0), ("b", number))
    )
    pair = ComparedValues(
        one, other, ContextLikeness(0.5, 0.5, ValuesBeside(0, 0)), GivenValues([one, other])
    )
    assert VALUE_FEATURES["far"](pair) == expected
