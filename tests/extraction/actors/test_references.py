"""What nouns without an owner stand for: bodies, sorts of state, armed groups, people and offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast


def _last(found: Cast, text: str) -> tuple[str, str | None, str | None] | None:
    mentions = [(m.actor, m.code, m.sector) for m in found.mentions if m.text == text]
    return mentions[-1] if mentions else None


def _actor(found: Cast, text: str) -> str | None:
    last = _last(found, text)
    return last[0] if last else None


@pytest.mark.parametrize(
    ("text", "noun", "actor"),
    [
        ("The International Monetary Fund lent Ghana money. The Fund set terms.", "Fund", "IMF"),
        ("The IMF lent Ghana money. The fund set terms.", "fund", "IMF"),
        ("ECOWAS met in Abuja. The bloc suspended Guinea.", "bloc", "ECOWAS"),
        ("NATO sent jets. The alliance will stay.", "alliance", "NATO"),
        (
            "The Justice Department's inspector agreed to the probe. The department said nothing of it.",
            "department",
            "USA/justice-department",
        ),
        ("The IAEA wrote to Iran. The agency waits for a reply.", "agency", "IAEA"),
        ("Oxfam left Darfur. The charity had been threatened.", "charity", "OXFAM"),
        ("Gazprom cut supplies. The company gave no reason.", "company", "GAZPROM"),
        ("The International Criminal Court indicted him. The court has no police.", "court", "ICC"),
        ("Peru's supreme court upheld it. The court was split.", "court", "PER/supreme-court"),
        ("The Security Council met. Later the council voted.", "council", "UNO/security-council"),
    ],
)
def test_a_definite_noun_takes_up_the_body_named_before(
    cast: Callable[[str], Cast], text: str, noun: str, actor: str
) -> None:
    assert _actor(cast(text), noun) == actor


@pytest.mark.parametrize(
    "text",
    [
        "The bloc suspended Guinea.",
        "Oxfam left Darfur. The bloc suspended Guinea.",
        "ECOWAS met in Abuja. A bloc suspended Guinea.",
        "ECOWAS met in Abuja. Years passed. Much changed. Rain fell. Corn grew. The bloc suspended Guinea.",
    ],
)
def test_a_noun_takes_up_no_body_that_does_not_answer_to_it(cast: Callable[[str], Cast], text: str) -> None:
    assert not [m for m in cast(text).mentions if m.text == "bloc" and m.actor in ("ECOWAS", "OXFAM")]


@pytest.mark.parametrize(
    ("text", "noun", "actor"),
    [
        ("Taiwan held a drill. China says the island is its own.", "island", "TWN"),
        ("Qatar met Norway. Later the emirate sent gas.", "emirate", "QAT"),
        ("Tonga thanked Peru. Then the kingdom sent a gift.", "kingdom", "TON"),
        ("Saudi Arabia arrested a man. Amman sought word from the kingdom.", "kingdom", "SAU"),
    ],
)
def test_a_sort_of_state_is_a_state_of_that_sort(
    cast: Callable[[str], Cast], text: str, noun: str, actor: str
) -> None:
    assert _actor(cast(text), noun) == actor


def test_a_sort_of_state_is_left_open_where_none_was_named(cast: Callable[[str], Cast]) -> None:
    assert _actor(cast("Austria met Hungary. Then the island sent a gift."), "island") is None


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Boko Haram raided a village. The insurgents fled.", "insurgents", "boko-haram"),
        ("Boko Haram fought Hamas. The rebels fled.", "rebels", "rebel"),
        ("Colombia met the ELN. Guerrilla commanders agreed.", "Guerrilla commanders", "eln/rebel-leader"),
    ],
)
def test_the_rebels_are_the_one_armed_group_in_view(
    cast: Callable[[str], Cast], text: str, noun: str, expected: str
) -> None:
    assert str(_actor(cast(text), noun)).endswith(expected)


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
    last = _last(cast(text), noun)
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
    last = _last(cast(text), noun)
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
    last = _last(cast(text), mention)
    assert last is not None
    assert last[1] == code


def test_the_envoy_that_a_state_expels_is_not_its_own(cast: Callable[[str], Cast]) -> None:
    found = cast("The Kenyan embassy in Lima closed. Peru had expelled the ambassador.")
    assert _last(found, "ambassador") == ("KEN/ambassador", "KEN", "GOV")


@pytest.mark.parametrize(
    ("text", "mention", "sector"),
    [
        ("Hamas officials left.", "Hamas officials", "REB"),
        ("Hamas leader Khalil Nasser left.", "Hamas leader Khalil Nasser", "REB"),
        ("Kenyan officials left.", "Kenyan officials", "GOV"),
        ("A spokesman for the Kenyan army left.", "spokesman", "MIL"),
        ("A spokesman for the Kenyan president left.", "spokesman", "GOV"),
    ],
)
def test_who_serves_a_group_or_an_army_is_of_its_sector(
    cast: Callable[[str], Cast], text: str, mention: str, sector: str
) -> None:
    last = _last(cast(text), mention)
    assert last is not None
    assert last[2] == sector


def test_a_rank_and_an_office_beside_it_are_of_one_person(cast: Callable[[str], Cast]) -> None:
    found = cast("Gen. Pavel Sorokin, the Russian chief of staff, inspected the front.")
    assert _actor(found, "Russian chief of staff") == "pavel-sorokin"
    assert found.by_id["pavel-sorokin"].code == "RUS"


def test_the_pirates_are_those_told_of(cast: Callable[[str], Cast]) -> None:
    found = cast("Somali pirates seized a ship. The pirates left.")
    assert _last(found, "pirates") == ("SOM/rebel", "SOM", "REB")


def test_the_minister_is_the_one_minister_named(cast: Callable[[str], Cast]) -> None:
    found = cast("Ecuador impeached the interior minister. The minister fled.")
    assert _actor(found, "minister") == "ECU/interior-minister"


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
    assert _actor(cast(text), pronoun) == actor


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("The Somali premier met the Kenyan president. The two leaders agreed.", ["SOM", "KEN"]),
        ("Gazprom met Moldova's premier. The two governments agreed.", None),
    ],
)
def test_two_leaders_are_two_states_and_a_company_is_none(
    cast: Callable[[str], Cast], text: str, members: list[str] | None
) -> None:
    found = [[m.actor for m in c.members] for c in cast(text).collectives]
    assert found == ([members] if members else [])


def test_a_party_outside_the_gazetteer_is_named_as_a_whole(cast: Callable[[str], Cast]) -> None:
    last = _last(cast("Peru dissolved the Harvest Party."), "Harvest Party")
    assert last == ("harvest-party", "PER", "PTY")


def test_spellings_of_one_name_meet(cast: Callable[[str], Cast]) -> None:
    found = cast("Sergei Yukhnov spoke in Lima. Sergey Yuknov then left, and Yukhnov's aides followed.")
    assert {m.actor for m in found.mentions if "Yuk" in m.text} == {"sergei-yukhnov"}
