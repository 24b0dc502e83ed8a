"""Owners without a head of their own: joined ones, peoples, and bodies named after a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import actor_of


def test_conjoined_actors_are_mentions_of_their_own(cast: Callable[[str], Cast]) -> None:
    found = cast("Chile, Peru and Bolivia signed. Chilean and Peruvian officials attended.")
    assert [m.actor for m in found.mentions] == ["CHL", "PER", "BOL", "CHL/official", "PER/official"]


@pytest.mark.parametrize(
    ("text", "mention", "actor"),
    [
        ("The French voted against it.", "French", "FRA/people"),
        ("Two Kenyans were freed.", "Kenyans", "KEN/people"),
        ("A Norwegian was freed.", "Norwegian", "NOR/people"),
        ("Researchers at Lima University wrote to Peru.", "Lima University", "lima-university"),
    ],
)
def test_an_owner_without_a_head(cast: Callable[[str], Cast], text: str, mention: str, actor: str) -> None:
    assert actor_of(cast(text), mention) == actor


def test_a_language_is_nobody(cast: Callable[[str], Cast]) -> None:
    assert cast("She spoke French.").mentions == ()
