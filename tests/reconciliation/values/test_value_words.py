"""The vocabulary of values: families without verbs that tell of no act, classes of counted things."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.coreference.word_families import ActWords
from accord.reconciliation.values.value_words import ValueWords
from vocabularies import Replaced


def test_light_and_reporting_verbs_tell_of_no_act() -> None:
    words, acts = ValueWords.load(), ActWords.load()
    assert not words.families.keys() & (acts.light | acts.reporting)
    assert words.families["kill"] == acts.families["kill"]


def test_a_noun_has_all_classes_that_it_names() -> None:
    file = Replaced(
        file="en/quantities/counted.json", data={"fighter": ["rebel", "guard"], "staff": ["guard"]}
    )
    assert ValueWords.load(file).classes == {
        "rebel": frozenset({"fighter"}),
        "guard": frozenset({"fighter", "staff"}),
    }


def test_a_list_that_is_missing_is_named() -> None:
    file = Replaced(
        file="en/quantities/slot_words.json", data={"reporting": [], "relative": [], "limits": []}
    )
    with pytest.raises(VocabularyError, match="slot_words"):
        ValueWords.load(file)
