"""Turns of English: undone, awaited, and the clause of a sentence around an act."""

from __future__ import annotations

from accord.reconciliation.wording.english import (
    awaited,
    clause_around,
    undone,
)


def test_a_long_sentence_is_told_by_the_clause_that_holds_the_act() -> None:
    text = (
        "While the ferries between the islands were late for a third week and angry traders waited "
        "on the quays, the harbour master accused the crews of sloth, which the crews have always denied."
    )
    start = text.index("accused")
    assert clause_around(text, start, start + 7) != text
    whole = clause_around(text, text.index("the harbour"), text.index(" of sloth"))
    assert "harbour master accused the crews of sloth" in whole
    assert whole.endswith("sloth")
    assert clause_around("A short one; it stays whole.", 0, 1) == "A short one; it stays whole."


def test_passives_denied_and_awaited() -> None:
    assert undone("the embassy was opened") == "the embassy was not opened"
    assert awaited("troops were withdrawn", ruled_out=False) == "troops may be withdrawn"
    assert awaited("troops were withdrawn", ruled_out=True) == "troops may not be withdrawn"
