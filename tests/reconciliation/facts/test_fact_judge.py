"""How sure it is that two sentences tell the same."""

from __future__ import annotations

import numpy
import pytest

from accord.errors import VocabularyError
from accord.reconciliation.facts.fact_judge import FactJudge, SignWeights
from accord.reconciliation.facts.likeness import SIGNS, MeasuredPairs
from accord.reconciliation.likelihood import SURE
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

FILE = "models/facts.json"


def packaged() -> dict[str, object]:
    return PACKAGED.read(FILE, dict[str, object])


def test_likelihood_rises_with_a_sign_that_speaks_for_it() -> None:
    weights = SignWeights(-2.0, {name: 4.0 if name == "words" else 0.0 for name in SIGNS})
    signs = numpy.zeros((3, len(SIGNS)))
    signs[:, 0] = (0.0, 0.5, 1.0)
    pairs = MeasuredPairs(numpy.array([0, 0, 1]), numpy.array([1, 2, 2]), signs)
    found = weights.likelihoods(pairs)
    assert found[0, 2] == SURE / 2
    assert found[0, 1] < found[0, 2] < found[1, 2] < SURE


def test_pairs_that_surely_do_not_tell_the_same_are_left_out() -> None:
    weights = SignWeights(-1000.0, dict.fromkeys(SIGNS, 0.0))
    pairs = MeasuredPairs(numpy.array([0]), numpy.array([1]), numpy.zeros((1, len(SIGNS))))
    assert weights.likelihoods(pairs) == {}


def test_weights_of_other_signs_are_refused() -> None:
    broken = packaged() | {"words": {"base": 0.0, "weights": {"luck": 1.0}}}
    with pytest.raises(VocabularyError, match=r"models/facts\.json.*weights must be of words"):
        FactJudge.load(Replaced(file=FILE, data=broken))


def test_a_threshold_that_no_likelihood_has_is_refused() -> None:
    with pytest.raises(VocabularyError, match="threshold must lie between 0 and 1"):
        FactJudge.load(Replaced(file=FILE, data=packaged() | {"threshold": 1.5}))
