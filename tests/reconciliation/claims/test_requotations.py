"""Utterances that reports quote in other words."""

from __future__ import annotations

from accord.grouping.meaning.encoder import SentenceEncoder
from reconciliation.claims.told import shown, told

FIRST = (
    "Mayor Lena Orvik criticised the plan. "
    '"The bridge will bring this town nothing but noise, debt and empty shops," said Orvik.'
)
OTHER = (
    "The bridge has found an opponent in mayor Lena Orvik. "
    '"This bridge will give the town nothing but noise, debts and closed shops," Orvik said.'
)
SHORTER = 'Lena Orvik is against the bridge. "Nothing but noise, debt and empty shops," Orvik said of it.'
ANOTHER = 'Lena Orvik spoke of the school. "We have never had so many pupils in one class," Orvik said.'


def test_one_utterance_in_other_words_is_a_difference(sentences: SentenceEncoder) -> None:
    ((nature, values),) = shown(told(FIRST, OTHER, encoder=sentences), "wording")
    assert nature == "difference"
    assert len(values) == 2


def test_a_quotation_that_only_shortens_is_none(sentences: SentenceEncoder) -> None:
    assert shown(told(FIRST, SHORTER, encoder=sentences), "wording") == []


def test_two_utterances_of_one_speaker_are_none(sentences: SentenceEncoder) -> None:
    assert shown(told(FIRST, ANOTHER, encoder=sentences), "wording") == []
