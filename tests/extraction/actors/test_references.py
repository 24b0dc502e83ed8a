"""What nouns without an owner stand for: bodies, sorts of state, armed groups, people and offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import actor_of, last_actor, last_of


@pytest.mark.parametrize(
    ("text", "noun", "code"),
    [
        ("Rebels attacked a convoy near Goma.", "Rebels", "COD"),
        ("Riot police clashed with crowds in Dhaka.", "Riot police", "BGD"),
        ("The army seized power in Mali on Tuesday.", "army", "MLI"),
        ("Gunmen killed farmers in Peru and in Chile.", "Gunmen", None),
        ("Kenyan police shot protesters on Friday.", "protesters", "KEN"),
        ("Turkish prosecutors ordered the arrest of journalists.", "journalists", "TUR"),
        ("NAIROBI (Daily Wire) — Villagers fled.", "Villagers", "KEN"),
        ("Peru objected. Its farmers marched and villagers cheered.", "villagers", "PER"),
        ("Peru wrote to Chile. Villagers fled.", "Villagers", None),
        ("Peru objected. Analysts were surprised.", "Analysts", None),
        ("A journalist was shot in Beirut.", "journalist", "LBN"),
        ("A journalist wrote about Beirut in May.", "journalist", None),
        ("Thousands of people blocked streets in Lima.", "people", "PER"),
    ],
)
def test_people_without_an_owner_are_of_the_state_they_are_found_in(
    cast: Callable[[str], Cast], text: str, noun: str, code: str | None
) -> None:
    last = last_of(cast(text), noun)
    assert last is not None
    assert last[1] == code


@pytest.mark.parametrize(
    ("text", "noun", "code"),
    [
        ("Iran-backed militias attacked a base in Iraq.", "militias", "IRQ"),
        ("Pro-Russian separatists shelled Donetsk.", "separatists", "UKR"),
        ("Anti-Syrian protesters marched in Beirut.", "protesters", "LBN"),
        ("US-led forces left Baghdad.", "US-led forces", "USA"),
    ],
)
def test_who_is_for_a_state_or_backed_by_it_is_not_its_own(
    cast: Callable[[str], Cast], text: str, noun: str, code: str
) -> None:
    last = last_of(cast(text), noun)
    assert last is not None
    assert last[1] == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("Secretary of State Martin Hale flew to Riyadh.", "Secretary of State Martin Hale", "USA"),
        ("British Secretary of State Ann Lowe flew to Riyadh.", "British Secretary of State Ann Lowe", "GBR"),
        (
            "Prime Minister Hun Sarith said Cambodia would sue Thailand.",
            "Prime Minister Hun Sarith",
            "KHM",
        ),
        (
            "Prime Minister Hun Sarith said Cambodia should ask Thailand.",
            "Prime Minister Hun Sarith",
            None,
        ),
        ("Peru will not sell to Chile, Prime Minister Ana Ruiz said.", "Prime Minister Ana Ruiz", "PER"),
        ("Peru wrote to Chile, and General Ana Ruiz replied.", "General Ana Ruiz", "CHL"),
        ("Peru wrote to President Kumba Yala.", "President Kumba Yala", "PER"),
        ("Justice Minister Clara Weiss spoke in Vienna.", "Justice Minister Clara Weiss", "AUT"),
        ("Archbishop Desmond Chikwe of Lagos spoke.", "Archbishop Desmond Chikwe", "NGA"),
    ],
)
def test_an_office_without_an_owner(
    cast: Callable[[str], Cast], text: str, mention: str, code: str | None
) -> None:
    last = last_of(cast(text), mention)
    assert last is not None
    assert last[1] == code


def test_the_envoy_that_a_state_expels_is_not_its_own(cast: Callable[[str], Cast]) -> None:
    found = cast("The Kenyan embassy in Lima closed. Peru had expelled the ambassador.")
    assert last_of(found, "ambassador") == ("KEN/ambassador", "KEN", "GOV")


def test_the_pirates_are_those_told_of(cast: Callable[[str], Cast]) -> None:
    found = cast("Somali pirates seized a ship. The pirates left.")
    assert last_of(found, "pirates") == ("SOM/rebel", "SOM", "REB")


def test_the_minister_is_the_one_minister_named(cast: Callable[[str], Cast]) -> None:
    found = cast("Ecuador impeached the interior minister. The minister fled.")
    assert last_actor(found, "minister") == "ECU/interior-minister"


def test_the_ministry_and_the_ambassador_take_up_those_named(cast: Callable[[str], Cast]) -> None:
    found = cast(
        "Peru's foreign ministry summoned the Kenyan ambassador. The ministry warned the ambassador."
    )
    assert actor_of(found, "ministry") == "PER/foreign-ministry"
    assert actor_of(found, "ambassador") == "KEN/ambassador"


def test_an_embassy_belongs_to_who_sends_it(cast: Callable[[str], Cast]) -> None:
    found = cast("Peru opened an embassy in Nairobi.")
    assert actor_of(found, "embassy") == "PER/embassy"


def test_a_mention_of_the_embassy_takes_up_the_one_told_of(cast: Callable[[str], Cast]) -> None:
    found = cast("A bomb hit the Chilean embassy in Nairobi. Guards at the embassy were unhurt.")
    assert actor_of(found, "embassy") == "CHL/embassy"
