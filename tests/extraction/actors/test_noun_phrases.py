"""An owner, an office or institution and a name make one phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import actors


@pytest.mark.parametrize(
    "wording",
    ["government", "regime", "authorities", "administration", "movement", "fighters", "de facto authorities"],
)
def test_a_group_keeps_its_identity_under_every_wording(cast: Callable[[str], Cast], wording: str) -> None:
    found = cast(f"The Taliban {wording} rejected the offer.")
    assert actors(found) == [(f"Taliban {wording}", "taliban")]
    assert found.by_id["taliban"].part_of == "AFG"


def test_an_office_and_a_name_make_one_mention(cast: Callable[[str], Cast]) -> None:
    found = cast("Peruvian Deputy Foreign Minister Ana Quispe arrived.")
    assert actors(found) == [("Peruvian Deputy Foreign Minister Ana Quispe", "ana-quispe")]
    person = found.by_id["ana-quispe"]
    assert (person.kind, person.code, person.part_of) == ("person", "PER", "PER")
    assert (person.role, person.sector, person.name) == ("deputy foreign minister", "GOV", "Ana Quispe")


def test_a_government_named_after_its_head_is_the_state(cast: Callable[[str], Cast]) -> None:
    found = cast("The Thatcher government objected, and the Yeltsin administration agreed.")
    assert actors(found) == [("Thatcher government", "GBR"), ("Yeltsin administration", "RUS")]


def test_an_embassy_named_by_its_town_serves_there(cast: Callable[[str], Cast]) -> None:
    assert actors(cast("Norway said that Embassy Lima had closed.")) == [
        ("Norway", "NOR"),
        ("Embassy Lima", "NOR/embassy"),
    ]


@pytest.mark.parametrize(
    ("text", "mention", "actor"),
    [
        ("Peru's newly formed supreme court met.", "Peru's newly formed supreme court", "PER/supreme-court"),
        ("The supreme court of Peru met.", "supreme court of Peru", "PER/supreme-court"),
        ("King Harald Lund of Norway spoke.", "King Harald Lund of Norway", "harald-lund"),
        ("Kenyan rebel strongholds fell.", "Kenyan rebel", None),
    ],
)
def test_an_owner_and_its_head(
    cast: Callable[[str], Cast], text: str, mention: str, actor: str | None
) -> None:
    assert dict(actors(cast(text))).get(mention) == actor


def test_a_spokesman_is_of_whom_he_speaks_for(cast: Callable[[str], Cast]) -> None:
    found = cast("A spokesman for the Kenyan army left.")
    (spokesman,) = [m for m in found.mentions if m.text == "spokesman"]
    assert (spokesman.code, spokesman.sector) == ("KEN", "MIL")
