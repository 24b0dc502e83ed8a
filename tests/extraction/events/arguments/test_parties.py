"""Who took part in what was told: by state, else by the body's own name, and only where one is meant."""

from __future__ import annotations

import pytest

from accord.extraction.events.arguments.parties import distinct, key, keys
from accord.records import ActorMention


def mention(actor: str, code: str | None, start: int = 0) -> ActorMention:
    return ActorMention(start, start + 4, "word", actor, code)


@pytest.mark.parametrize(
    ("actor", "code", "party"),
    [
        ("PER/army", "PER", "PER"),
        ("PER", "PER", "PER"),
        ("UNO", "IGO", "UNO"),
        ("BOEING", "MNE", "BOEING"),
        ("MNE/army", "MNE", "MNE"),
        ("crowd", None, "crowd"),
    ],
)
def test_a_mention_is_of_its_state_or_its_own_body(actor: str, code: str | None, party: str) -> None:
    assert key(mention(actor, code)) == party


def test_bodies_of_one_sort_are_not_one_party() -> None:
    assert keys([mention("UNO", "IGO"), mention("NATO", "IGO")]) == {"UNO", "NATO"}


def test_of_each_party_the_first_mention_is_kept() -> None:
    named = [mention("PER", "PER", 0), mention("CHL", "CHL", 9), mention("PER/army", "PER", 20)]
    assert set(distinct(named)) == set(named[:2])
