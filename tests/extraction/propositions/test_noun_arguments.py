"""Whose a happening is that a noun tells of, and whom an apposition is said of."""

from __future__ import annotations

import pytest

from accord.records import ArgumentRole
from propositions import Tell


@pytest.mark.parametrize(
    ("text", "predicate", "role", "found"),
    [
        ("The takeover of Orvex by Lumen failed.", "takeover", "who", ["Lumen"]),
        ("The takeover of Orvex by Lumen failed.", "takeover", "whom", ["Orvex"]),
        ("The death of ten tourists shocked Lund.", "death", "who", ["ten tourists"]),
        ("The death of ten tourists shocked Lund.", "death", "quantity", ["ten tourists"]),
        ("Her arrest on Monday shocked Lund.", "arrest", "whom", ["Her"]),
        ("The 2019 takeover of Orvex failed.", "takeover", "time", ["2019"]),
        ("Lumen made a bid for Orvex.", "made a bid", "what", ["Orvex"]),
        ("They held talks with the miners.", "held talks", "to", ["the miners"]),
        ("The rise in the price of bread angered many.", "rise", "who", ["the price of bread"]),
        ("The driver, a nurse from Lund, drowned.", "a nurse", "who", ["The driver"]),
        ("The driver, a nurse from Lund, drowned.", "a nurse", "place", ["Lund"]),
        ("Ana Ruiz, 34, drowned.", "34", "who", ["Ana Ruiz"]),
    ],
)
def test_roles(tell: Tell, text: str, predicate: str, role: ArgumentRole, found: list[str]) -> None:
    assert tell(text).arguments(predicate, role) == found
