"""The gazetteer is complete: states since 1816, those in dispute, bodies, groups, seats of power."""

from __future__ import annotations

import pycountry
import pytest

from accord.vocabulary import PACKAGED
from accord.vocabulary.actor_shapes import (
    Country,
    Institutions,
    PlaceNames,
    read_countries,
    read_named,
    read_nouns,
)

COUNTRIES = {country.id: country for country in read_countries(PACKAGED)}
ISO = sorted(country.alpha_3 for country in pycountry.countries)

UNINHABITED = {"ATF", "BVT", "HMD", "SGS", "UMI"}
WITHOUT_A_CAPITAL_OF_ITS_OWN_NAME = UNINHABITED - {"SGS"} | {
    *("AIA", "ATA", "BMU", "CCK", "GIB", "HKG", "IMN", "IOT", "MAC", "MCO", "NFK", "REU", "SGP", "SHN"),
    *("SMR", "SYC", "TKL", "VAT"),
}
"""The capital has the name of the state or of much else ("Victoria"), or there is none."""


def _by_name(name: str) -> Country:
    return next(country for country in COUNTRIES.values() if name in country.names)


@pytest.mark.parametrize("code", ISO)
def test_every_country_has_an_adjective_or_a_word_for_its_people_and_a_capital(code: str) -> None:
    country = COUNTRIES[code]
    assert bool(country.adjectives or country.people) == (code not in UNINHABITED), country
    assert bool(country.capitals) == (code not in WITHOUT_A_CAPITAL_OF_ITS_OWN_NAME), country


@pytest.mark.parametrize(
    "name",
    [
        *("Kingdom of Hanover", "Kingdom of Bavaria", "Grand Duchy of Baden", "Kingdom of Saxony"),
        *("Kingdom of Württemberg", "Electorate of Hesse", "Grand Duchy of Hesse", "Mecklenburg-Schwerin"),
        *("Prussia", "East Germany", "Austria-Hungary", "Czechoslovakia", "Papal States", "Two Sicilies"),
        *("Duchy of Modena", "Duchy of Parma", "Grand Duchy of Tuscany", "Kingdom of Sardinia", "Yugoslavia"),
        *("Serbia and Montenegro", "Soviet Union", "Ottoman Empire", "Zanzibar", "Korean Empire"),
        *("North Yemen", "South Yemen", "North Vietnam", "South Vietnam", "Republic of Texas"),
        *("Kingdom of Hawaii", "Orange Free State", "South African Republic", "Gran Colombia"),
        *("Federal Republic of Central America", "Peru-Bolivian Confederation", "Manchukuo", "Biafra"),
        *("State of Katanga", "Kingdom of Tibet", "United Arab Republic", "Confederate States"),
        *("Free City of Danzig", "Free City of Cracow", "Ryukyu Kingdom", "Hanseatic Republics"),
    ],
)
def test_states_that_are_no_more_have_their_years(name: str) -> None:
    country = _by_name(name)
    assert country.historical
    assert country.years is not None
    assert country.years[0] < country.years[1]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Dahomey", "BEN"),
        ("Upper Volta", "BFA"),
        ("Zaire", "COD"),
        ("Burma", "MMR"),
        ("Ceylon", "LKA"),
        ("Siam", "THA"),
        ("Persia", "IRN"),
        ("Abyssinia", "ETH"),
        ("Rhodesia", "ZWE"),
        ("Tanganyika", "TZA"),
        ("Gold Coast", "GHA"),
        ("New Granada", "COL"),
        ("West Germany", "DEU"),
        ("German Empire", "DEU"),
        ("Nazi Germany", "DEU"),
        ("Qing Empire", "CHN"),
        ("Republic of China", "TWN"),
        ("Transjordan", "JOR"),
        ("Kampuchea", "KHM"),
        ("East Pakistan", "BGD"),
        ("Malaya", "MYS"),
        ("Swaziland", "SWZ"),
    ],
)
def test_earlier_names_are_those_of_the_state_that_bore_them(name: str, code: str) -> None:
    assert _by_name(name).id == code


@pytest.mark.parametrize(
    "name",
    [
        *("Kosovo", "Taiwan", "Palestine", "Western Sahara", "Abkhazia", "South Ossetia", "Transnistria"),
        *("Northern Cyprus", "Somaliland", "Nagorno-Karabakh"),
    ],
)
def test_contested_states_are_actors_of_their_own(name: str) -> None:
    assert _by_name(name).names


def test_republics_that_only_one_state_recognised_are_groups_with_a_host() -> None:
    groups = {entry.id: entry for entry in read_named(PACKAGED, "en/actors/groups.json")}
    assert {groups["dpr"].part_of, groups["lpr"].part_of} == {"UKR"}


def test_a_capital_of_the_past_is_a_town_of_today_too_or_has_lost_its_name() -> None:
    places = PACKAGED.read("en/actors/places.json", PlaceNames).entries
    today = {town for towns in places.values() for town in towns}
    today |= {town for country in COUNTRIES.values() if country.years is None for town in country.capitals}
    past = {town for country in COUNTRIES.values() if country.years is not None for town in country.capitals}
    renamed = {"East Berlin", "Saigon", "Hsinking", "Elisabethville", "Élisabethville", "Stone Town"}
    assert past - today == renamed


def test_codes_of_the_past_are_not_those_of_today() -> None:
    past = {country.id for country in COUNTRIES.values() if country.historical}
    assert not past & set(ISO)
    assert all(country.historical for country in COUNTRIES.values() if country.years is not None)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kremlin", "RUS"),
        ("White House", "USA"),
        ("Downing Street", "GBR"),
        ("Elysee", "FRA"),
        ("Quai d'Orsay", "FRA"),
        ("Blue House", "KOR"),
        ("Zhongnanhai", "CHN"),
        ("Rashtrapati Bhavan", "IND"),
        ("Planalto", "BRA"),
        ("Casa Rosada", "ARG"),
        ("La Moneda", "CHL"),
        ("Torre Tagle", "PER"),
        ("Aso Rock", "NGA"),
        ("Malacañang", "PHL"),
        ("Union Buildings", "ZAF"),
        ("Villa Somalia", "SOM"),
        ("Islamabad", "PAK"),
        ("Naypyidaw", "MMR"),
        ("Abuja", "NGA"),
        ("Astana", "KAZ"),
        ("Kiev", "UKR"),
        ("Kyiv", "UKR"),
    ],
)
def test_seats_of_power_stand_for_their_state(name: str, code: str) -> None:
    country = COUNTRIES[code]
    assert name in (*country.capitals, *country.metonyms)


def test_there_are_organisations_and_groups_enough() -> None:
    international = [
        entry for entry in read_named(PACKAGED, "en/actors/organisations.json") if entry.code == "IGO"
    ]
    groups = read_named(PACKAGED, "en/actors/groups.json")
    hosted = [entry for entry in groups if entry.part_of is not None and entry.code in COUNTRIES]
    assert len(international) >= 200
    assert len(hosted) >= 330
    assert sum(entry.sector == "REB" for entry in hosted) >= 170
    assert sum(entry.sector == "PTY" for entry in hosted) >= 100


def test_an_adjective_and_a_common_noun_name_the_parts_of_every_state() -> None:
    nouns = {
        noun
        for entry in PACKAGED.read("en/actors/institutions.json", Institutions).nouns
        for noun in entry.nouns
    }
    titles = {noun for entry in read_nouns(PACKAGED, "en/actors/titles.json") for noun in entry.nouns}
    assert {"parliament", "foreign ministry", "supreme court", "court", "army", "police", "cabinet"} <= nouns
    assert {"foreign minister", "president", "prime minister", "king", "ambassador", "general"} <= titles


def test_an_office_that_one_state_has_names_a_known_state() -> None:
    homes = {
        entry.id: entry.state
        for entry in read_nouns(PACKAGED, "en/actors/titles.json")
        if entry.state is not None
    }
    assert homes == {"secretary-of-state": "USA", "taoiseach": "IRL", "chancellor-of-the-exchequer": "GBR"}
