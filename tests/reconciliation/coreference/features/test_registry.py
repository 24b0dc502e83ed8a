"""Features of coreference: each is told, is what the model is of, and lies in its range."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.coreference.features.registry import (
    FIRST_LOOK,
    NEIGHBOUR_FEATURES,
    PAIR_FEATURES,
    RIVAL_FEATURES,
    SECOND_LOOK,
)
from accord.reconciliation.coreference.join import Coreference, likelihoods, with_neighbours
from accord.reconciliation.coreference.mention import ActMention

COREFERENCE = Coreference.load()
WORDS = st.frozensets(st.sampled_from(["falk", "skerra", "quay", "two", "@PER"]), max_size=3)
MENTIONS = st.lists(
    st.builds(
        ActMention,
        report=st.sampled_from("abc"),
        start=st.integers(0, 500),
        lemma=st.sampled_from(["arrest", "detain", "say", "explode", "explosion", "it"]),
        pronoun=st.booleans(),
        verb=st.booleans(),
        doers=WORDS,
        objects=WORDS,
        near=WORDS,
        terms=WORDS,
        names=WORDS,
        counts=WORDS,
        modifiers=WORDS,
        sentence=st.integers(0, 20),
    ),
    max_size=9,
    unique_by=lambda mention: mention.place,
)
SHARE = {name for name, of in PAIR_FEATURES.items() if (of.__doc__ or "").endswith("0 to 1.")}
EITHER_OR = {name for name, of in PAIR_FEATURES.items() if (of.__doc__ or "").endswith("else 0.")}


def test_the_model_is_of_the_features_that_are_measured_in_their_order() -> None:
    assert COREFERENCE.first.features == FIRST_LOOK
    assert COREFERENCE.second.features == SECOND_LOOK
    assert len(set(SECOND_LOOK)) == len(PAIR_FEATURES) + len(RIVAL_FEATURES) + len(NEIGHBOUR_FEATURES)


@pytest.mark.parametrize("name", ["same word", "rare near", "best of report", "most unshared"])
def test_features_go_by_the_names_of_their_functions(name: str) -> None:
    features = {**PAIR_FEATURES, **RIVAL_FEATURES, **NEIGHBOUR_FEATURES}
    assert features[name].__name__ == name.replace(" ", "_")


@given(MENTIONS)
def test_features_are_numbers_within_the_range_that_is_told(mentions: list[ActMention]) -> None:
    placed = sorted(mentions, key=lambda mention: mention.place)
    rows = COREFERENCE.features(placed, lambda word: 0.0, lambda one, other: 0.5)
    second = with_neighbours(placed, rows, likelihoods(COREFERENCE.first, rows))
    assert SHARE
    assert EITHER_OR
    for row in second.values():
        assert tuple(row) == SECOND_LOOK
        assert {type(value) for value in row.values()} == {float}
        assert all(0 <= row[name] <= 1 + 1e-9 for name in SHARE)
        assert {row[name] for name in EITHER_OR} <= {0.0, 1.0}
