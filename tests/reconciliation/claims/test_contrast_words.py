"""Words by which copied sentences may differ."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.claims.contrast_words import ContrastWords
from vocabularies import Replaced


def test_months_days_and_titles_name_nobody() -> None:
    words = ContrastWords.load()
    assert {"mr", "may", "sunday"} <= words.no_names
    assert "not" in words.negations


def test_a_word_with_a_capital_is_refused() -> None:
    data = {"negations": ["Not"], "place_prepositions": [], "titles": []}
    with pytest.raises(VocabularyError, match="'Not' must be in lower case"):
        ContrastWords.load(Replaced(file="en/events/contrasts.json", data=data))
