"""Turns of English: undone and awaited."""

from __future__ import annotations

from accord.reconciliation.wording.english import awaited, undone


def test_passives_denied_and_awaited() -> None:
    assert undone("the embassy was opened") == "the embassy was not opened"
    assert awaited("troops were withdrawn", ruled_out=False) == "troops may be withdrawn"
    assert awaited("troops were withdrawn", ruled_out=True) == "troops may not be withdrawn"
