"""Average-link clustering: who comes together, and what is parted again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from accord.grouping.linkage import Pairs, cluster_portraits
from accord.grouping.portraits import Portrait
from accord.grouping.terms import Vector


def cluster(
    vectors: Sequence[Vector], pairs: Iterable[tuple[int, int]], threshold: float, apart: float = 0.0
) -> list[list[int]]:
    """Of weighted terms alone."""
    return cluster_portraits([Portrait(vector) for vector in vectors], Pairs(tuple(pairs)), threshold, apart)


def test_a_chain_of_neighbours_is_not_drawn_into_one_cluster() -> None:
    half = 0.5**0.5
    chain = [{f"t{i}": half, f"t{i + 1}": half} for i in range(8)]
    assert max(len(members) for members in cluster(chain, combinations(range(8), 2), 0.4)) <= 2


def test_clusters_that_are_faintly_near_join_where_many_pairs_tell_it() -> None:
    story = [{"ferry": 0.96, "toll": 0.28}] * 4
    for members, joined in ((1, False), (2, False), (4, True)):
        portraits = [Portrait(vector) for vector in [*story[:members], {"quay": 0.6, "toll": 0.8}]]
        near, faint = combinations(range(members), 2), [(at, members) for at in range(members)]
        found = cluster_portraits(portraits, Pairs(tuple(near), faint), 0.14)
        assert (len(found) == 1) is joined


QUAKES = [{"quake": 0.6, place: 0.8} for place in ("andes", "andes", "aegean", "aegean")]


def test_two_sides_much_less_alike_than_each_among_itself_are_parted() -> None:
    assert cluster(QUAKES, combinations(range(4), 2), 0.3) == [[0, 1, 2, 3]]
    assert cluster(QUAKES, combinations(range(4), 2), 0.3, apart=0.5) == [[0, 1], [2, 3]]


def test_sides_nearly_as_alike_as_each_among_itself_stay_one() -> None:
    assert cluster(QUAKES, combinations(range(4), 2), 0.3, apart=0.3) == [[0, 1, 2, 3]]


def test_what_is_near_to_a_part_is_near_to_the_whole() -> None:
    alike = [{"reef": 1.0} for _ in range(4)]
    assert cluster(alike, [(0, 1), (1, 2), (2, 3)], 0.9) == [[0, 1, 2, 3]]
    assert cluster(alike, [(0, 1), (2, 3)], 0.9) == [[0, 1], [2, 3]]


def test_a_single_report_is_not_parted_from_the_others() -> None:
    assert cluster(QUAKES[:3], combinations(range(3), 2), 0.3, apart=0.5) == [[0, 1, 2]]


@given(
    st.lists(
        st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 1), min_size=1), min_size=1, max_size=8
    ),
    st.floats(0.05, 0.95),
)
def test_clusters_part_all_vectors(weights: list[dict[str, float]], threshold: float) -> None:
    unit = [
        {t: w / sum(x * x for x in vector.values()) ** 0.5 for t, w in vector.items()} for vector in weights
    ]
    clusters = cluster(unit, combinations(range(len(unit)), 2), threshold)
    assert sorted(index for members in clusters for index in members) == list(range(len(unit)))
    for members in clusters:
        alike = [
            sum(unit[i].get(term, 0) * weight for term, weight in unit[j].items())
            for i in members
            for j in members
            if i < j
        ]
        assert not alike or sum(alike) / len(alike) > threshold * (1 - 1e-9)
