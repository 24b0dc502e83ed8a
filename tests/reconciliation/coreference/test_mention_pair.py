"""Two mentions of one story: what brings them together, and what stands around them."""

from __future__ import annotations

import pytest

from accord.reconciliation.coreference.mention import ActMention
from act_pairs import ACT_WORDS, pair


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("arrest", "arrest", (True, False, False)),
        ("explode", "explosion", (False, True, False)),
        ("arrest", "detain", (False, False, True)),
        ("arrest", "applaud", (False, False, False)),
    ],
)
def test_one_lemma_one_stem_or_one_family_brings_two_words_together(
    one: str, other: str, expected: tuple[bool, bool, bool]
) -> None:
    found = pair(ActMention("a", 0, one), ActMention("b", 0, other))
    assert (found.same, found.derived, found.akin) == expected
    assert found.distinct == (one != other)


def test_a_pronoun_is_no_other_word() -> None:
    found = pair(ActMention("a", 0, "arrest"), ActMention("a", 9, "it", pronoun=True))
    assert found.pronoun
    assert not found.distinct


def test_only_two_verbs_of_reporting_report() -> None:
    say, other = sorted(ACT_WORDS.reporting)[:2]
    assert pair(ActMention("a", 0, say), ActMention("b", 0, other)).reporting
    assert not pair(ActMention("a", 0, say), ActMention("b", 0, "explode")).reporting


def test_reports_are_sorted_whichever_mention_comes_first() -> None:
    one, other = ActMention("b", 0, "arrest"), ActMention("a", 0, "arrest")
    found = pair(one, other, alike=lambda here, there: 0.7 if (here, there) == ("a", "b") else 0.1)
    assert found.reports == ("a", "b")
    assert found.alike == 0.7


def test_other_acts_of_the_sentence_stand_beside() -> None:
    one, other = ActMention("a", 0, "arrest", sentence=1), ActMention("b", 0, "arrest", sentence=1)
    rest = [ActMention("a", 9, "search", sentence=1), ActMention("a", 90, "flee", sentence=2)]
    assert [sorted(acts) for acts in pair(one, other, *rest).beside] == [["search"], []]
