"""Candidates in one report: how much nearer a pair is than what else either could be one with."""

from __future__ import annotations

import pytest

from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.rivals import rivalries
from accord.reconciliation.feature_registry import FeatureRow

TOLD = [
    ActMention("a", 0, "raid"),
    ActMention("b", 0, "raid"),
    ActMention("b", 50, "raid"),
    ActMention("c", 0, "raid"),
]


def near(score: float, same: float = 0.0) -> FeatureRow:
    """A row that is so near by its arguments, words close by and sentence together."""
    third = score / 3
    return {"rare arguments": third, "rare near": third, "rare sentence": third, "same word": same}


def test_the_nearest_leads_by_as_much_as_the_other_is_behind() -> None:
    found = rivalries(TOLD, {(0, 1): near(0.9), (0, 2): near(0.2)})
    assert found[0, 1].lead == pytest.approx(0.7)
    assert found[0, 2].lead == pytest.approx(-0.7)
    assert [found[pair].most for pair in ((0, 1), (0, 2))] == [2, 2]


def test_of_two_as_near_neither_leads() -> None:
    found = rivalries(TOLD, {(0, 1): near(0.4), (0, 2): near(0.4)})
    assert [each.lead for each in found.values()] == [0, 0]


def test_candidates_of_other_reports_are_no_rivals() -> None:
    found = rivalries(TOLD, {(0, 1): near(0.4), (0, 3): near(0.9)})
    assert found[0, 1].lead == pytest.approx(0.4)
    assert found[0, 1].most == 1


def test_the_side_with_the_nearer_rival_tells() -> None:
    found = rivalries(TOLD, {(0, 3): near(0.5), (1, 3): near(0.8), (2, 3): near(0.6)})
    assert found[1, 3].lead == pytest.approx(0.2)
    assert found[0, 3].lead == pytest.approx(0.5)


def test_one_word_counts_by_half() -> None:
    found = rivalries(TOLD, {(0, 1): near(0.4, 1.0), (0, 2): near(0.8)})
    assert found[0, 1].lead == pytest.approx(0.1)


def test_a_pair_within_one_report_is_not_apart() -> None:
    found = rivalries(TOLD, {(0, 1): near(0.4), (1, 2): near(0.4)})
    assert (found[0, 1].apart, found[1, 2].apart) == (True, False)
