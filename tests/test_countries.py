"""Countries by code and by name, and the codes that are no state."""

from __future__ import annotations

import pytest

from accord.countries import NOT_STATES, Countries, state_of
from accord.vocabulary import PACKAGED
from accord.vocabulary.actor_shapes import read_named
from vocabularies import Replaced


@pytest.fixture(scope="module")
def countries() -> Countries:
    return Countries.load()


@pytest.mark.parametrize(
    ("code", "actor", "state"),
    [
        ("PER", "PER", "PER"),
        ("PER", "PER/army", "PER"),
        ("PER", "ana-vega", "PER"),
        ("IGO", "UNO", None),
        ("IMG", "WEST", None),
        ("NGO", "AMNESTY", None),
        # The code of companies of no one state is also Montenegro's.
        ("MNE", "BOEING", None),
        ("MNE", "MNE", "MNE"),
        ("MNE", "MNE/parliament", "MNE"),
        (None, "crowd", None),
    ],
)
def test_the_state_that_a_code_stands_for(code: str | None, actor: str, state: str | None) -> None:
    assert state_of(code, actor) == state


def test_every_code_of_an_organisation_is_a_country_or_no_state(countries: Countries) -> None:
    codes = {entry.code for entry in read_named(PACKAGED, "en/actors/organisations.json")}
    assert codes - countries.by_code.keys() <= NOT_STATES


def test_a_code_has_a_name_and_the_name_the_code(countries: Countries) -> None:
    assert countries.name_of("SWE") == "Sweden"
    assert countries.code_of("sweden") == "SWE"
    assert all(countries.code_of(country.names[0]) in {country.id, None} for country in countries.entries)


def test_what_is_no_country_is_called_by_its_identifier(countries: Countries) -> None:
    assert countries.name_of("harbour-front") == "harbour-front"
    assert countries.code_of("Ruritania") is None


def test_a_name_may_have_another_beside_it_or_in_brackets(countries: Countries) -> None:
    assert countries.code_of("Ruritania (Norway)") == "NOR"
    assert countries.code_of("Norway (Ruritania)") == "NOR"
    assert countries.code_of("Gambia, The") == "GMB"


def test_a_name_that_several_bear_is_the_code_of_none() -> None:
    told = {"entries": [{"id": code, "names": ["Ruritania"]} for code in ("RUA", "RUB")]}
    both = Countries.load(Replaced(file="en/actors/countries.json", data=told))
    assert [country.id for country in both.named("Ruritania")] == ["RUA", "RUB"]
    assert both.code_of("Ruritania") is None


def test_the_cities_of_a_country_begin_with_its_capital(countries: Countries) -> None:
    cities = list(countries.cities(countries.by_code["NOR"]))
    assert cities[0] == "Oslo"
    assert len(cities) > 1
