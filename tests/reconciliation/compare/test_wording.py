"""Words of quotations: contractions in full, and what changes their meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import VocabularyError
from accord.reconciliation.compare import wording
from accord.reconciliation.compare.wording import QuotationWords
from vocabularies import Replaced

QUOTATIONS = QuotationWords.load()
QUOTES = st.lists(st.sampled_from(["tide", "turned", "has", "the", "good"]), max_size=6).map(tuple)


def test_contractions_are_put_in_full() -> None:
    assert QUOTATIONS.words("They won't; we’ve") == ("they", "will", "not", "we", "have")


def test_a_contraction_behind_a_part_of_it_is_refused() -> None:
    data = {"contractions": {"n't": " not", "won't": "will not"}, "negations": []}
    with pytest.raises(VocabularyError, match="put it first"):
        QuotationWords.load(Replaced(file="en/statements/quotation_words.json", data=data))


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("The tide has turned for good", "the tide has turned, for good", "agrees"),
        ("The tide has turned", "the tide has turned for good", "refines"),
        ("the tide has turned for good", "the tide has turned at last", "contradicts"),
        ("the tide has turned", "nobody saw us coming", "cannot tell"),
        ("tide", "wave", "cannot tell"),
        ("We won't say that we've lost", "we will not say that we have lost", "agrees"),
        ("we realised the harbour's worth", "We realized the harbor’s worth", "agrees"),
        ("The tide [of war] has turned", "The tide has turned", "agrees"),
    ],
)
def test_wordings(one: str, other: str, answer: str) -> None:
    a, b = QUOTATIONS.words(one), QUOTATIONS.words(other)
    assert wording.compare(a, b) == answer == wording.compare(b, a)


@given(QUOTES, QUOTES)
def test_comparison_of_wordings_is_symmetric(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert wording.compare(one, other) == wording.compare(other, one)


@given(QUOTES, QUOTES)
def test_shortening_is_no_contradiction(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    if wording.within(one, other):
        assert wording.compare(one, other) != "contradicts"
