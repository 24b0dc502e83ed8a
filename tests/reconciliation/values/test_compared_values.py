"""Two values as features see them: how alike they stand, and what other reports give."""

from __future__ import annotations

import pytest

from accord.reconciliation.compare.time import Span
from accord.reconciliation.values.compared_values import ComparedValues, ContextLikeness, alike
from accord.reconciliation.values.value_compatibility import GivenValues, ValuesBeside
from accord.reconciliation.values.value_mentions import ValueMention
from mentions import changed, mention

CONTEXT = ContextLikeness(0.5, 0.4, ValuesBeside(0, 0))
ONE, OTHER = mention("a", 40), mention("b", 60)


def compared(one: ValueMention, other: ValueMention, *rest: ValueMention) -> ComparedValues:
    return ComparedValues(one, other, CONTEXT, GivenValues([one, other, *rest]))


def test_both_likenesses_of_a_context_count() -> None:
    assert CONTEXT.score == pytest.approx(0.2)
    assert ContextLikeness(1.0, 0.0, ValuesBeside(0, 0)).score == 0


def test_only_the_same_words_next_to_both_count() -> None:
    one = changed(ONE, left=("some", "of", "crews"), right=("guests", "came"))
    other = changed(OTHER, left=("some", "of", "gulls"), right=("people", "came"))
    pair = compared(one, other)
    assert (pair.left, pair.right) == (2, 0)


def test_reports_other_than_the_two_back_either_value_or_give_both() -> None:
    rest = [mention("c", 40), mention("d", 40), mention("d", 60)]
    pair = compared(ONE, OTHER, *rest)
    assert (pair.few, pair.many, pair.thirds) == (1, 2, 1)
    turned = compared(OTHER, ONE, *rest)
    assert (turned.few, turned.many, turned.thirds) == (1, 2, 1)


def test_days_are_told_from_lengths_and_figures() -> None:
    days, lengths = (
        tuple(changed(each, kind=kind, value=Span("2031")) for each in (ONE, OTHER))
        for kind in ("time", "length")
    )
    assert [compared(*each).timed for each in (days, lengths, (ONE, OTHER))] == [True, False, False]


def test_sets_of_weighed_words_are_alike_by_their_weights() -> None:
    assert alike({"quay": 2.0, "fog": 1.0}, {"quay": 4.0, "fog": 2.0}) == pytest.approx(1)
    assert alike({"quay": 3.0, "fog": 4.0}, {"quay": 1.0}) == pytest.approx(0.6)
    assert alike({"quay": 1.0}, {"fog": 1.0}) == alike({}, {"fog": 1.0}) == 0
