"""Words of quotations: contractions in full, and what changes their meaning."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.compare.wording import QuotationWords
from vocabularies import Replaced


def test_contractions_are_put_in_full() -> None:
    assert QuotationWords.load().words("They won't; we’ve") == ("they", "will", "not", "we", "have")


def test_a_contraction_behind_a_part_of_it_is_refused() -> None:
    data = {"contractions": {"n't": " not", "won't": "will not"}, "negations": []}
    with pytest.raises(VocabularyError, match="put it first"):
        QuotationWords.load(Replaced(file="en/statements/quotation_words.json", data=data))
