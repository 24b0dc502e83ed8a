"""The gazetteer: every country, and identifiers that agree with each other."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pycountry
import pytest

from accord.countries import NOT_STATES
from accord.vocabulary import PACKAGED
from accord.vocabulary.actor_shapes import (
    GivenNames,
    Institutions,
    NamedActor,
    NameWords,
    PlaceNames,
    PlaceWords,
    ReferenceWords,
    Unowned,
    read_countries,
    read_named,
    read_nouns,
)

COUNTRIES = {country.id: country for country in read_countries(PACKAGED)}
INSTITUTIONS = PACKAGED.read("en/actors/institutions.json", Institutions)
NAMED: dict[str, NamedActor] = {
    entry.id: entry
    for entry in (
        *read_named(PACKAGED, "en/actors/organisations.json"),
        *read_named(PACKAGED, "en/actors/groups.json"),
        *read_named(PACKAGED, "en/actors/collectives.json"),
        *read_named(PACKAGED, "en/actors/persons.json"),
        *INSTITUTIONS.named,
    )
}
SECTORS = {
    "GOV", "MIL", "JUD", "LEG", "COP", "SPY", "REB", "OPP", "PTY", "CVL", "BUS", "MED", "EDU", "AGR",
    "HLH", "LAB", "REF", "CRM", "REL", "NGO", "IGO", "SET",
}  # fmt: skip


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda c: c.alpha_3)
def test_every_iso_country_has_its_names(country: object) -> None:
    entry = COUNTRIES[country.alpha_3]  # type: ignore[attr-defined]
    for attribute in ("name", "common_name", "official_name"):
        name = getattr(country, attribute, None)
        if name is None:
            continue
        head, comma, tail = name.partition(", ")
        forms = {name, name.removeprefix("the "), f"{tail} {head}" if comma else name, head}
        assert forms & set(entry.names), name


def test_states_of_the_present_are_those_of_iso_and_kosovo() -> None:
    present = {code for code, country in COUNTRIES.items() if not country.historical}
    assert present == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def test_identifiers_are_unique() -> None:
    entries = [
        *(c.id for c in read_countries(PACKAGED)),
        *(
            e.id
            for name in ("organisations", "groups", "collectives", "persons")
            for e in read_named(PACKAGED, f"en/actors/{name}.json")
        ),
        *(e.id for e in INSTITUTIONS.named),
    ]
    assert [i for i, count in Counter(entries).items() if count > 1] == []


def test_classes_that_say_whose_their_people_are_have_one_id() -> None:
    nouns = (
        *INSTITUTIONS.nouns,
        *read_nouns(PACKAGED, "en/actors/titles.json"),
        *read_nouns(PACKAGED, "en/actors/people.json"),
    )
    counted = Counter(noun.id for noun in nouns)
    assert all(counted[noun.id] == 1 for noun in nouns if noun.unowned)
    assert {noun.unowned for noun in nouns} == {None, *get_args(Unowned)}


@pytest.mark.parametrize("use", ["thanking", "judging", "empty_verbs", "hosting"])
def test_verbs_beside_a_reference_are_lemmas_in_lower_case(use: str) -> None:
    verbs: frozenset[str] = getattr(PACKAGED.read("en/actors/reference_words.json", ReferenceWords), use)
    assert verbs
    assert all(verb.isalpha() and verb == verb.lower() for verb in verbs)


def test_what_bears_the_name_of_its_head_governs() -> None:
    whole = {noun for entry in INSTITUTIONS.nouns if entry.scope == "whole" for noun in entry.nouns}
    assert set(PACKAGED.read("en/actors/name_words.json", NameWords).governments) - {"cabinet"} <= whole


def test_codes_wholes_and_sectors_are_known() -> None:
    for entry in NAMED.values():
        assert entry.code in NOT_STATES or entry.code in COUNTRIES, entry
        assert entry.part_of is None or entry.part_of in COUNTRIES or entry.part_of in NAMED, entry
        assert entry.sector in SECTORS, entry
    for noun in (
        *INSTITUTIONS.nouns,
        *read_nouns(PACKAGED, "en/actors/titles.json"),
        *read_nouns(PACKAGED, "en/actors/people.json"),
    ):
        assert noun.sector in SECTORS, noun


def test_an_institution_with_a_name_carries_its_state() -> None:
    for entry in INSTITUTIONS.named:
        assert entry.id.startswith(f"{entry.part_of}/"), entry


def test_names_are_trimmed_and_not_repeated() -> None:
    for entry in NAMED.values():
        assert len(set(entry.names)) == len(entry.names), entry
        assert all(name == re.sub(r"\s+", " ", name.strip()) != "" for name in entry.names), entry


def test_a_state_name_belongs_to_one_state_but_for_those_that_a_report_tells_apart() -> None:
    names = Counter(name for country in COUNTRIES.values() for name in country.names)
    assert {name for name, count in names.items() if count > 1} == {"Congo", "Korea"}


def test_nouns_are_lower_case_and_in_one_class_each() -> None:
    nouns = [
        n
        for c in (
            *INSTITUTIONS.nouns,
            *read_nouns(PACKAGED, "en/actors/titles.json"),
            *read_nouns(PACKAGED, "en/actors/people.json"),
        )
        for n in c.nouns
    ]
    assert all(noun == noun.lower() for noun in nouns)
    assert [noun for noun, count in Counter(nouns).items() if count > 1] == []


def test_places_lie_in_known_states() -> None:
    places = PACKAGED.read("en/actors/places.json", PlaceNames).entries
    assert set(places) - {""} <= set(COUNTRIES)
    names = Counter(name for found in places.values() for name in found)
    assert [name for name, count in names.items() if count > 1] == []


def test_given_names_are_names() -> None:
    names = PACKAGED.read("en/actors/given_names.json", GivenNames).names
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() for name in names)


def test_a_last_word_has_one_meaning() -> None:
    words = [w for s in PACKAGED.read("en/actors/name_words.json", NameWords).suffixes for w in s.words]
    assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize("name", ["indefinite", "before_people", "before_one", "joints"])
def test_words_around_names_are_in_lower_case(name: str) -> None:
    group = getattr(PACKAGED.read("en/actors/name_words.json", NameWords), name)
    assert group
    assert all(word == word.lower() for word in group)


@pytest.mark.parametrize("name", ["own_doings", "before_head"])
def test_words_of_reference_are_in_lower_case(name: str) -> None:
    group = getattr(PACKAGED.read("en/actors/reference_words.json", ReferenceWords), name)
    assert group
    assert all(word == word.lower() for word in group)


def test_a_namesake_is_a_name_of_its_state() -> None:
    for one in PACKAGED.read("en/actors/place_words.json", PlaceWords).namesakes:
        assert one.name in COUNTRIES[one.state].names
        assert one.within in COUNTRIES
