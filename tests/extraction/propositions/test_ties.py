"""To which predicate times and figures belong."""

from __future__ import annotations

import pytest

from accord.records import ArgumentRole
from propositions import Tell


@pytest.mark.parametrize(
    ("text", "predicate", "role", "found"),
    [
        ("The mill closed on Monday.", "closed", "time", ["Monday"]),
        ("The mill closed after midnight.", "closed", "time", ["after midnight"]),
        ("The mill has been closed since May.", "closed", "time", ["since May"]),
        ("Monday's crash closed the mill.", "crash", "time", ["Monday"]),
        ("Monday's crash closed the mill.", "closed", "time", []),
        ("The 2019 film won a prize.", "won", "time", []),
        ("The blast killed at least 12 people.", "killed", "quantity", ["at least 12 people"]),
        ("The news of the death of ten tourists came late.", "death", "quantity", ["ten tourists"]),
        ("The news of the death of ten tourists came late.", "came", "quantity", []),
        ("The blast killed nine of them.", "killed", "quantity", ["nine of them"]),
    ],
)
def test_ties(tell: Tell, text: str, predicate: str, role: ArgumentRole, found: list[str]) -> None:
    assert tell(text).arguments(predicate, role) == found
