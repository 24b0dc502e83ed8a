"""Clusters of what scores high together on average."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accord.grouping.average_link import average_link

SIZE = 7
SCORES = st.dictionaries(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 100),
)


def test_a_chain_does_not_pull_in_its_ends() -> None:
    assert average_link(3, {(0, 1): 90, (1, 2): 80}, 60) == [[0, 1], [2]]


def test_what_all_score_high_with_joins() -> None:
    assert average_link(3, {(0, 1): 90, (1, 2): 80, (0, 2): 70}, 60) == [[0, 1, 2]]


def test_nothing_that_has_no_score_joins() -> None:
    assert average_link(2, {}, 1) == [[0], [1]]


@given(scores=SCORES, threshold=st.integers(1, 100))
def test_clusters_part_all_and_reach_the_threshold_at_their_last_join(
    scores: dict[tuple[int, int], int], threshold: int
) -> None:
    found = average_link(SIZE, scores, threshold)
    assert sorted(at for cluster in found for at in cluster) == list(range(SIZE))
    for cluster in found:
        if len(cluster) == 2:
            assert scores[cluster[0], cluster[1]] >= threshold
    crossing = [(one, other) for one in found for other in found if one < other]
    for one, other in crossing:
        between = sum(scores.get((min(a, b), max(a, b)), 0) for a in one for b in other)
        assert between < threshold * len(one) * len(other)


@given(scores=SCORES)
def test_the_order_of_scores_changes_nothing(scores: dict[tuple[int, int], int]) -> None:
    assert average_link(SIZE, dict(reversed(scores.items())), 30) == average_link(SIZE, scores, 30)
