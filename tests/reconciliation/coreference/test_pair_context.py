"""What a first look says of a pair by way of the other pairs."""

from __future__ import annotations

import pytest

from accord.reconciliation.coreference.features.registry import NEIGHBOUR_FEATURES
from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.pair_context import PairContext
from accord.reconciliation.feature_registry import FeatureRow, measured


def features(context: PairContext, one: int, other: int) -> FeatureRow:
    return measured(NEIGHBOUR_FEATURES, context.of(one, other))


RAID, SWEEP, ARREST = "raid", "sweep", "arrest"
TOLD = [
    ActMention("a", 0, RAID, sentence=1),
    ActMention("a", 40, ARREST, sentence=1),
    ActMention("b", 0, RAID, sentence=1),
    ActMention("b", 40, ARREST, sentence=1),
    ActMention("c", 0, SWEEP, sentence=1),
]


def test_a_pair_that_is_one_with_a_third_has_it_in_common() -> None:
    found = features(PairContext(TOLD, {(0, 2): 0.6, (0, 4): 0.9, (2, 4): 0.8}), 0, 2)
    assert found["shared"] == pytest.approx(0.8)
    assert found["unshared"] == pytest.approx(0.1)
    assert found["in common"] == 1


def test_what_is_told_beside_it_counts() -> None:
    alone = features(PairContext(TOLD, {(0, 2): 0.6, (1, 3): 0.0}), 0, 2)
    beside = features(PairContext(TOLD, {(0, 2): 0.6, (1, 3): 0.9}), 0, 2)
    assert alone["beside"] == 0
    assert beside["beside"] == pytest.approx(0.9)


def test_another_in_the_same_report_may_lead() -> None:
    told = [*TOLD, ActMention("b", 90, RAID, sentence=2)]
    found = PairContext(told, {(0, 2): 0.6, (0, 5): 0.9})
    assert features(found, 0, 2)["lead"] == pytest.approx(-0.3)
    assert features(found, 0, 5)["lead"] == pytest.approx(0.3)


def test_a_pair_alone_has_no_company() -> None:
    found = features(PairContext(TOLD, {(0, 2): 0.6}), 0, 2)
    assert found["shared"] == found["most unshared"] == -1
    assert found["in common"] == found["beside"] == 0
