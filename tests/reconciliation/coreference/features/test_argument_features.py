"""Features of the arguments of two mentions."""

from __future__ import annotations

import pytest

from accord.reconciliation.coreference.features import argument_features as of
from accord.reconciliation.coreference.mention import ActMention
from act_pairs import pair, words


def raid(report: str, doers: str = "", objects: str = "", names: str = "", counts: str = "") -> ActMention:
    return ActMention(
        report,
        0,
        "raid",
        doers=words(doers),
        objects=words(objects),
        names=words(names),
        counts=words(counts),
    )


def test_arguments_are_compared_whatever_side_they_are_on() -> None:
    found = pair(raid("a", "police", "quay"), raid("b", "quay", "police"))
    assert of.arguments(found) == of.rare_arguments(found) == pytest.approx(1)
    assert of.doers(found) == of.objects(found) == of.other_arguments(found) == 0


def test_half_of_the_words_in_common_are_half_of_the_likeness() -> None:
    found = pair(raid("a", "police", "quay"), raid("b", "police", "barn"))
    assert of.doers(found) == pytest.approx(1)
    assert of.objects(found) == 0
    assert of.arguments(found) == pytest.approx(0.5, abs=0.01)


def test_other_arguments_are_told_from_none() -> None:
    assert of.other_arguments(pair(raid("a", "police"), raid("b", "troops"))) == 1
    assert of.other_arguments(pair(raid("a", "police"), raid("b"))) == 0


def test_only_names_among_the_arguments_are_other_names() -> None:
    assert of.other_names(pair(raid("a", "falk", names="falk"), raid("b", "orsolya", names="orsolya"))) == 1
    assert of.other_names(pair(raid("a", "falk", names="falk"), raid("b", "police", names="orsolya"))) == 0
    assert of.other_names(pair(raid("a", "falk", names="falk"), raid("b", "falk", names="falk"))) == 0


def test_a_named_object_is_not_a_named_doer() -> None:
    named = "falk orsolya"
    found = pair(raid("a", "falk", "quay", named), raid("b", "orsolya", "quay", named))
    assert (of.other_names(found), of.other_named_object(found)) == (1, 0)
    found = pair(raid("a", "quay", "falk", named), raid("b", "quay", "orsolya", named))
    assert (of.other_names(found), of.other_named_object(found)) == (1, 1)


def test_other_counts_are_numbers_of_which_none_is_the_same() -> None:
    assert of.other_counts(pair(raid("a", counts="3"), raid("b", counts="4"))) == 1
    assert of.other_counts(pair(raid("a", counts="3 4"), raid("b", counts="4"))) == 0
    assert of.other_counts(pair(raid("a", counts="3"), raid("b"))) == 0
