"""Every feature of a learnt model says what it measures and in which range."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.coreference.features.registry import (
    NEIGHBOUR_FEATURES,
    PAIR_FEATURES,
    RIVAL_FEATURES,
)
from accord.reconciliation.feature_registry import check_names, measured, registry
from accord.reconciliation.values.value_features import VALUE_FEATURES

# "1 where ..., else 0.", or a range at the end: ": 0 to 1", ": 0 and more".
RANGE = re.compile(r"^1 where .*, else 0\.$|\b-?\d[\d.]* (?:\([a-z ]+\) )?(?:to|and)\b|: above 0, to 1\.$")
FEATURES = [
    measure
    for features in (PAIR_FEATURES, RIVAL_FEATURES, NEIGHBOUR_FEATURES, VALUE_FEATURES)
    for measure in features.values()
]


def double(number: float) -> float:
    """Twice the number: 0 and more."""
    return 2 * number


@pytest.mark.parametrize("measure", FEATURES, ids=lambda measure: measure.__name__)
def test_a_feature_says_what_it_measures_and_its_range(measure: Callable[[Any], float]) -> None:
    assert RANGE.search(measure.__doc__ or "")


def test_a_feature_goes_by_the_name_of_its_function() -> None:
    def half_of_it(number: float) -> float:
        return number / 2

    features = registry(double, half_of_it)
    assert measured(features, 4.0) == {"double": 8.0, "half of it": 2.0}


def test_names_are_checked_both_ways() -> None:
    features = registry(double)
    check_names("model.json", ["double"], features)
    with pytest.raises(VocabularyError, match="no feature 'treble'; there are double"):
        check_names("model.json", ["double", "treble"], features)
    with pytest.raises(VocabularyError, match="'double' is measured but not in it"):
        check_names("model.json", [], features)
