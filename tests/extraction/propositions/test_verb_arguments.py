"""Who does what to whom: deep roles, whatever the voice and wherever the subject stands."""

from __future__ import annotations

import pytest

from accord.records import ArgumentRole
from propositions import Tell


@pytest.mark.parametrize(
    ("text", "predicate", "role", "found"),
    [
        ("Police arrested the driver.", "arrested", "who", ["Police"]),
        ("Police arrested the driver.", "arrested", "whom", ["the driver"]),
        ("The driver was arrested by police.", "arrested", "who", ["police"]),
        ("The driver was arrested by police.", "arrested", "whom", ["The driver"]),
        ("The wall was painted.", "painted", "what", ["The wall"]),
        ("The king gave the nurse a medal.", "gave", "whom", ["the nurse"]),
        ("The king gave the nurse a medal.", "gave", "what", ["a medal"]),
        ("The king gave a medal to the nurse.", "gave", "to", ["the nurse"]),
        ("The nurse was given a medal.", "given", "whom", ["The nurse"]),
        ("The nurse was given a medal.", "given", "what", ["a medal"]),
        ("The judge called the plan a sham.", "called", "what", ["the plan", "a sham"]),
        ("The plant, which employs many people, burned.", "employs", "who", ["The plant"]),
        ("The dealer tried to sell the boat.", "sell", "who", ["The dealer"]),
        ("The dealer persuaded the widow to sell the boat.", "sell", "who", ["the widow"]),
        ("The judge fined the dealer for selling the boat.", "selling", "who", ["the dealer"]),
        ("There was no proof.", "was", "who", ["no proof"]),
        ("The fire was a disaster.", "was", "what", ["a disaster"]),
        ("It is clear that the roof fell.", "is", "who", []),
    ],
)
def test_roles(tell: Tell, text: str, predicate: str, role: ArgumentRole, found: list[str]) -> None:
    assert tell(text).arguments(predicate, role) == found


def test_a_clause_is_no_argument_of_what_governs_it(tell: Tell) -> None:
    assert tell("The guard said that the roof fell.").arguments("said", "what") == []
