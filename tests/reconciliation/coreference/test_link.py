"""Pairs to clusters: those that are one most likely on average come first."""

from __future__ import annotations

from accord.reconciliation.coreference.link import link


def test_a_chain_does_not_pull_in_its_ends() -> None:
    assert sorted(link(3, {(0, 1): 0.95, (1, 2): 0.9}, 0.5)) == [[0, 1], [2]]


def test_clusters_are_joined_by_their_average() -> None:
    likely = {(0, 1): 0.9, (2, 3): 0.8, (0, 2): 0.6, (0, 3): 0.6, (1, 2): 0.6, (1, 3): 0.1}
    assert sorted(link(4, likely, 0.4)) == [[0, 1, 2, 3]]
    assert sorted(link(4, likely, 0.5)) == [[0, 1], [2, 3]]


def test_what_was_not_compared_for_its_number_counts_as_the_rest() -> None:
    likely = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8}
    word = frozenset({"word"})
    assert sorted(link(4, likely, 0.5)) == [[0, 1], [2, 3]]
    assert sorted(link(4, likely, 0.5, [word] * 4)) == [[0, 1, 2, 3]]
    assert sorted(link(4, likely, 0.5, [frozenset({str(i)}) for i in range(4)])) == [[0, 1], [2, 3]]


def test_those_akin_count_only_as_far_as_they_were_too_many_to_look_at() -> None:
    likely = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8, (0, 4): 0.5}
    kin = [frozenset({word}) for word in ("raid", "raid", "raid", "sweep", "gull")]
    assert sorted(link(5, likely, 0.35, kin)) == [[0, 1, 2, 3], [4]]
    assert sorted(link(5, likely, 0.45, kin)) == [[0, 1], [2, 3], [4]]


def test_without_a_likely_pair_all_stay_alone() -> None:
    assert sorted(link(3, {}, 0.5)) == [[0], [1], [2]]
    assert sorted(link(3, {(0, 1): 0.49}, 0.5)) == [[0], [1], [2]]
    assert sorted(link(3, {(0, 1): 0.5}, 0.5)) == [[0, 1], [2]]
