"""Pronouns stand for whom their clause and the sentence before leave, or stay open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import actors, last_actor


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("President Omar Diallo resigned. He will leave office.", "He", "omar-diallo"),
        ("Peru said it would open its embassy.", "it", "PER"),
        ("Peru said it would open its embassy.", "its", "PER"),
        ("Peru kept an eye on the talks. It sent two observers.", "It", "PER"),
    ],
)
def test_safe_pronouns(cast: Callable[[str], Cast], text: str, pronoun: str, actor: str) -> None:
    assert (pronoun, actor) in actors(cast(text), "pronoun")


@pytest.mark.parametrize(
    "text",
    [
        "Omar Diallo met with Pablo Torres and with Maria Reyes. They smiled when he arrived.",
        "It is raining in Lima.",
        "The ministry of defence of Peru denied it.",
    ],
)
def test_unsafe_pronouns_stay_open(cast: Callable[[str], Cast], text: str) -> None:
    assert actors(cast(text), "pronoun") == []


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("Peru's defence ministry said its jets were safe.", "its", "PER/defence-ministry"),
        ("Peru says Chile broke its word.", "its", "CHL"),
        ("The Islamic State group said it was behind the attack.", "it", "is"),
        ("Venezuelan migrants arrived. The mayor flew them home.", "them", "VEN/civilian"),
        ("Chile cut supplies to Peru. Lima called it blackmail.", "it", None),
        ("Peru met the envoy of Chile. It was in Lima that they agreed.", "It", None),
    ],
)
def test_pronouns_bound_by_their_clause(
    cast: Callable[[str], Cast], text: str, pronoun: str, actor: str | None
) -> None:
    assert last_actor(cast(text), pronoun) == actor
