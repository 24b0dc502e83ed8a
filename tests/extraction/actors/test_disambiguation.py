"""Names that several actors share are settled by the rest of the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import actor_of


def _codes(found: Cast, text: str) -> list[str | None]:
    mentions = [m.code for m in found.mentions if m.text == text]
    return mentions or [p.code for p in found.places if p.text == text]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Moscow denied the report.", "Moscow", "RUS"),
        ("The Soviet Union vetoed it. Moscow gave no reason.", "Moscow", "SUN"),
        ("Russia succeeded the Soviet Union. Moscow kept the seat.", "Moscow", "RUS"),
        ("In 1956 Moscow sent tanks.", "Moscow", "SUN"),
        ("In 1812 Moscow burned and in 1956 Moscow denied it.", "Moscow", "RUS"),
        ("Czechoslovakia signed the pact. Prague had hesitated.", "Prague", "CSK"),
        ("Prague signed the pact.", "Prague", "CZE"),
        ("Brussels proposed a tariff.", "Brussels", "IGO"),
        ("Belgium recalled its envoy. Brussels gave no reason.", "Brussels", "BEL"),
        ("Ministers met in Brussels on Friday.", "Brussels", "BEL"),
        ("Congolese troops entered Goma.", "Congolese troops", "COD"),
        ("Congolese troops left Brazzaville.", "Congolese troops", "COG"),
        ("North Korea fired a missile. The Korean leader watched.", "Korean leader", "PRK"),
        ("In 1866 Prussia fought the Kingdom of Hanover and Bavaria fought Prussia.", "Bavaria", "BAV"),
        ("Germany told Bavaria to wait until 2023.", "Bavaria", "DEU"),
        ("In 1990 Germany spoke of the Kingdom of Württemberg and Wurttemberg.", "Wurttemberg", "WRT"),
        ("Bavarian police arrested him.", "Bavarian police", "DEU"),
    ],
)
def test_a_shared_name_is_of_the_actor_that_the_report_speaks_of(
    cast: Callable[[str], Cast], text: str, name: str, code: str
) -> None:
    assert _codes(cast(text), name) == [code] * text.count(name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president of Peru wrote to Congress.", "PER"),
        ("The Peruvian Congress voted.", "PER"),
        ("Congress voted on Friday.", "USA"),
        ("The United States asked Peru to wait. Congress voted.", "USA"),
    ],
)
def test_a_name_that_is_also_a_common_noun_is_of_the_state_in_view(
    cast: Callable[[str], Cast], text: str, code: str
) -> None:
    assert [m.code for m in cast(text).mentions if "Congress" in m.text] == [code]


def test_a_surname_that_the_report_gives_to_another_is_not_the_listed_person(
    cast: Callable[[str], Cast],
) -> None:
    found = cast("Opposition candidate Ines Putin of Peru spoke. Later Putin left.")
    assert {m.actor for m in found.mentions if "Putin" in m.text} == {"ines-putin"}


def test_a_listed_person_keeps_a_surname_that_a_relative_bears_too(cast: Callable[[str], Cast]) -> None:
    found = cast("Vladimir Putin spoke. Igor Putin listened. Putin left.")
    assert [m.actor for m in found.mentions if m.text == "Putin"] == ["vladimir-putin"]


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("Hillary Clinton landed in Lima. Clinton left on Friday.", "Clinton", "hillary-clinton"),
        ("Clinton telephoned Yeltsin.", "Clinton", "bill-clinton"),
        ("George H.W. Bush spoke in Lima. Bush left on Friday.", "Bush", "george-h-w-bush"),
        ("The Bush administration asked Peru to wait.", "Bush administration", "USA/administration"),
    ],
)
def test_a_surname_of_several_is_of_the_one_whose_full_name_is_told(
    cast: Callable[[str], Cast], text: str, name: str, actor: str
) -> None:
    assert [m.actor for m in cast(text).mentions if m.text == name] == [actor]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("The ministers met in Lima on Friday.", "Lima", "PER"),
        ("Fighting broke out near Goma.", "Goma", "COD"),
        ("The envoy travelled to Nairobi.", "Nairobi", "KEN"),
        ("Troops withdrew from Angola.", "Angola", "AGO"),
        ("The talks were held in southern Lebanon.", "Lebanon", "LBN"),
        ("The delegation left Oslo.", "Oslo", "NOR"),
    ],
)
def test_places_are_no_actors(cast: Callable[[str], Cast], text: str, place: str, code: str) -> None:
    found = cast(text)
    named = [p for p in found.places if place in p.text]
    assert [p.code for p in named] == [code]
    assert all(place not in m.text for m in found.mentions)


def test_places_joined_by_and(cast: Callable[[str], Cast]) -> None:
    found = cast("The group carried out attacks in both Mali and Niger.")
    assert [p.code for p in found.places] == ["MLI", "NER"]


def test_a_state_that_owns_or_is_addressed_is_an_actor(cast: Callable[[str], Cast]) -> None:
    found = cast("It is in Kenya's interest to appeal to Uganda.")
    assert [m.actor for m in found.mentions] == ["KEN", "UGA"]


def test_a_date_line_is_a_place(cast: Callable[[str], Cast]) -> None:
    found = cast("NAIROBI (Daily Wire) — Peru opened an embassy.")
    assert "KEN" not in {m.actor for m in found.mentions}


def test_georgia_beside_its_own_capital_is_the_country(cast: Callable[[str], Cast]) -> None:
    found = cast("Voters in Ohio and Georgia queued for hours. Tbilisi was glad.")
    assert {p.text: p.code for p in found.places} == {"Ohio": "USA", "Georgia": "GEO"}


def test_georgia_among_american_states_is_one_of_them(cast: Callable[[str], Cast]) -> None:
    found = cast("Voters in Ohio and Georgia queued for hours.")
    assert [p.code for p in found.places] == ["USA", "USA"]
    assert actor_of(cast("Georgia recalled its ambassador."), "Georgia") == "GEO"
