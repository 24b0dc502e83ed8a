"""Features of where in the story the words of two mentions stand."""

from __future__ import annotations

import math

import pytest

from accord.reconciliation.coreference.features import spread_features as of
from accord.reconciliation.coreference.mention import ActMention
from act_pairs import pair

ONE, OTHER = ActMention("a", 0, "arrest", sentence=1), ActMention("b", 0, "detain", sentence=1)


def test_other_acts_in_both_sentences() -> None:
    beside = [
        ActMention("a", 10, "search", sentence=1),
        ActMention("a", 20, "flee", sentence=1),
        ActMention("b", 10, "search", sentence=1),
    ]
    found = pair(ONE, OTHER, *beside)
    assert of.acts_beside(found) == 0.5
    assert (of.shared_acts_beside(found), of.all_acts_beside(found)) == (1, 3)


def test_the_word_that_reports_have_more_often_tells() -> None:
    again = [ActMention("a", start, "arrest", sentence=2) for start in (40, 60)]
    assert of.repeated(pair(ONE, OTHER, *again)) == pytest.approx(math.log(3))
    assert of.repeated(pair(ONE, OTHER)) == 0


def test_the_word_that_fewer_reports_have_tells() -> None:
    more = [ActMention(report, 0, "arrest") for report in "cd"]
    assert of.told_by(pair(ONE, OTHER, *more)) == 0.25


def test_two_words_that_stand_in_one_sentence_or_report() -> None:
    beside = ActMention("a", 10, "detain", sentence=1)
    found = pair(ONE, OTHER, beside)
    assert (of.side_by_side(found), of.in_one_report(found)) == (1, 1)
    found = pair(ONE, OTHER, ActMention("a", 10, "detain", sentence=2))
    assert (of.side_by_side(found), of.in_one_report(found)) == (0, 1)
    found = pair(ONE, OTHER)
    assert (of.side_by_side(found), of.in_one_report(found)) == (0, 0)


def test_one_word_does_not_stand_beside_itself() -> None:
    found = pair(ONE, ActMention("b", 0, "arrest", sentence=1))
    assert (of.side_by_side(found), of.in_one_report(found)) == (0, 0)
