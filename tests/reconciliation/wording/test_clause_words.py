"""The clause of a sentence that tells something."""

from __future__ import annotations

from accord.reconciliation.wording.clause_words import ClauseWords
from vocabularies import Replaced

WORDS = ClauseWords.load()


def test_a_long_sentence_is_told_by_the_clause_that_holds_the_act() -> None:
    text = (
        "While the ferries between the islands were late for a third week and angry traders waited "
        "on the quays, the harbour master accused the crews of sloth, which the crews have always denied."
    )
    start = text.index("accused")
    assert WORDS.clause_around(text, start, start + 7) != text
    whole = WORDS.clause_around(text, text.index("the harbour"), text.index(" of sloth"))
    assert "harbour master accused the crews of sloth" in whole
    assert whole.endswith("sloth")
    assert WORDS.clause_around("A short one; it stays whole.", 0, 1) == "A short one; it stays whole."


def test_a_conjunction_before_the_clause_is_left_out() -> None:
    text = (
        f"The crews rested on the quay for {'very ' * 30}long, but the harbour master left the town at noon."
    )
    start = text.index("left")
    assert WORDS.clause_around(text, start, start + 4) == "The harbour master left the town at noon."
    file = Replaced(file="en/text/clause_words.json", data={"boundaries": ["while"], "leading": []})
    assert ClauseWords.load(file).clause_around(text, start, start + 4).startswith("The crews rested")
