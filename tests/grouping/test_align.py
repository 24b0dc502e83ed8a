"""Alignment of words, and widening of what it finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.grouping.align import alignments, widen
from accord.grouping.copy_words import BREAK, CopyWord


def words(text: str) -> list[CopyWord]:
    return [CopyWord(i, i + 1, stem, False, False, 0) for i, stem in enumerate(text.split(" "))]


def aligned(left: str, right: str, at: tuple[int, int]) -> str:
    one, other = words(left), words(right)
    (found,) = alignments(one, other, [at])
    return " ".join(one[i].stem for i, _ in found.pairs)


@pytest.mark.parametrize(
    ("left", "right", "at", "expected"),
    [
        ("x a b c y", "z a b c w", (1, 1), "a b c"),
        ("x a b c y", "z a b c w", (3, 3), "a b c"),
        ("a b c d e", "a b x d e", (0, 0), "a b d e"),
        ("a b c d e", "a b d e", (4, 3), "a b d e"),
        ("a b c q r s t d", "a b c u v w x d", (0, 0), "a b c"),
        (f"a b {BREAK} c", f"a b {BREAK} c", (0, 0), "a b c"),
    ],
)
def test_alignments_run_both_ways_over_small_edits(
    left: str, right: str, at: tuple[int, int], expected: str
) -> None:
    assert aligned(left, right, at) == expected


def test_an_anchor_inside_a_found_alignment_is_not_aligned_again() -> None:
    left = words("a b c d")
    assert len(list(alignments(left, left, [(0, 0), (1, 1), (2, 2)]))) == 1


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=12), st.lists(st.sampled_from("abcd"), min_size=1)
)
def test_alignments_rise_in_both_and_match_alike_words(left: list[str], right: list[str]) -> None:
    one, other = words(" ".join(left)), words(" ".join(right))
    anchors = [(i, j) for i in range(len(one)) for j in range(len(other)) if one[i].stem == other[j].stem]
    for found in alignments(one, other, anchors):
        assert all(one[i].stem == other[j].stem for i, j in found.pairs)
        assert sorted(set(found.pairs)) == list(found.pairs)
        assert len({i for i, _ in found.pairs}) == len({j for _, j in found.pairs}) == len(found.pairs)
        assert 0 < found.density <= 1


def test_widening_stops_at_marks_lines_and_other_words() -> None:
    left, right = "He won. Now that the ice melts, all is well", "Yes: now that the ice melts, all went"
    one, other = left.index("ice"), right.index("ice")
    (i, k), (j, m) = widen(left, (one, one + 3), right, (other, other + 3))
    assert left[i:k] == "Now that the ice melts, all"
    assert right[j:m] == "now that the ice melts, all"


def test_widening_takes_whole_words() -> None:
    left, right = "I don’t know who won", "We can’t know who won"
    one, other = left.index("who"), right.index("who")
    (i, k), (_, m) = widen(left, (one, one + 3), right, (other, other + 3))
    assert left[i:k] == "know who won"
    assert m == len(right)
