"""The quotations that values and records stand on."""

from __future__ import annotations

from accord.evidence import evidence_in, evidence_of
from accord.records import Claim, ClaimValue, Conflict, Evidence, Side

ONE, TWO, THREE = (Evidence("a", at, at + 4, "quay") for at in (0, 9, 20))


def test_quotations_of_values_keep_their_order_and_repeat() -> None:
    sides = (Side("3", (TWO, ONE)), Side("4", (ONE,)))
    assert list(evidence_of(sides)) == [TWO, ONE, ONE]
    assert list(evidence_of(())) == []


def test_every_quotation_of_a_record_is_found_however_deep() -> None:
    value = ClaimValue("3", (ONE, TWO), ("a",), 1)
    claim = Claim("claim-1", "quantity", "How many", "single source", (value,))
    conflict = Conflict(
        "conflict-1", "quantity", "contradiction", None, (Side("3", (THREE,)),), "They differ."
    )
    assert list(evidence_in((claim, conflict))) == [ONE, TWO, THREE]
    assert list(evidence_in("quay")) == []
