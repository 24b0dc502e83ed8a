"""Features of learnt models: one function a feature, by the name that the model's file has for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from accord.errors import VocabularyError

P = TypeVar("P")

FeatureRow = dict[str, float]
"""The features of one pair by name."""

Features = Mapping[str, Callable[[P], float]]
"""The features of a model: what measures each, by its name, in the order of a table's columns."""


def registry(*measures: Callable[[P], float]) -> Features[P]:
    """The features that functions measure, each named as its function is, with blanks ("same word").

    The first line of a function's docstring says what it measures and its range; a test checks it.
    """
    return {measure.__name__.replace("_", " "): measure for measure in measures}


def measured(features: Features[P], pair: P) -> FeatureRow:
    """All features of a pair."""
    return {name: measure(pair) for name, measure in features.items()}


def check_names(file: str, names: Collection[str], features: Collection[str]) -> None:
    """Check that a model's file has the names of the features that are measured, all and no other.

    Raises:
        VocabularyError: it has not.
    """
    if unknown := sorted(set(names) - set(features)):
        known = ", ".join(features)
        raise VocabularyError(
            f"vocabulary file {file}: there is no feature {unknown[0]!r}; there are {known}"
        )
    if missing := sorted(set(features) - set(names)):
        raise VocabularyError(
            f"vocabulary file {file}: feature {missing[0]!r} is measured but not in it; learn it anew"
        )
