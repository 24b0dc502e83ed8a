"""Where, when, how, why and what for."""

from __future__ import annotations

import pytest

from accord.records import ArgumentRole
from propositions import Tell


@pytest.mark.parametrize(
    ("text", "predicate", "role", "found"),
    [
        ("The train derailed in Lund.", "derailed", "place", ["Lund"]),
        ("The train derailed on a bend.", "derailed", "place", ["a bend"]),
        ("He fled to the hills.", "fled", "to", ["the hills"]),
        ("They went home.", "went", "to", ["home"]),
        ("He opened the safe with a drill.", "opened", "manner", ["a drill"]),
        ("They escaped by climbing a wall.", "escaped", "manner", ["climbing a wall"]),
        ("The car stopped abruptly.", "stopped", "manner", ["abruptly"]),
        ("They married in secret.", "married", "manner", ["in secret"]),
        ("Flights stopped because of fog.", "stopped", "cause", ["fog"]),
        ("Flights stopped because fog came in.", "stopped", "cause", ["fog came in"]),
        ("The firm closed the plant to cut costs.", "closed", "purpose", ["cut costs"]),
        ("She left after the vote.", "left", "time", ["after the vote"]),
        ("She left when the vote ended.", "left", "time", ["when the vote ended"]),
        ("The lamps failed in the town where she lived.", "lived", "place", ["the town"]),
    ],
)
def test_roles(tell: Tell, text: str, predicate: str, role: ArgumentRole, found: list[str]) -> None:
    assert tell(text).arguments(predicate, role) == found
