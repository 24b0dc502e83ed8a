"""Persons, bodies and places outside the gazetteer, and the offices beside their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import last_actor, last_of


@pytest.mark.parametrize(
    "text",
    [
        "Kenya’s newly appointed ambassador to Peru, John Mwangi, arrived.",
        "John Mwangi, the Kenyan ambassador to Lima, arrived.",
        "John Mwangi, Kenya’s newly appointed ambassador to Peru, arrived.",
    ],
)
def test_apposition_joins_office_and_name(cast: Callable[[str], Cast], text: str) -> None:
    found = cast(text)
    person = found.by_id["john-mwangi"]
    assert (person.role, person.part_of, person.code) == ("ambassador", "KEN", "KEN")
    assert [m.form for m in found.mentions if m.actor == "john-mwangi"].count("name") == 1
    assert [m.form for m in found.mentions if m.actor == "john-mwangi"].count("title") == 1
    assert "PER" in {m.actor for m in found.mentions}


def test_bodies_are_told_from_persons_by_their_last_word(cast: Callable[[str], Cast]) -> None:
    found = cast("Researchers at Lakeview University wrote to the Northern Star Council about it.")
    kinds = {e.name: e.kind for e in found.entities}
    assert kinds["Lakeview University"] == "organisation"
    assert kinds["Northern Star Council"] == "organisation"


def test_a_month_is_not_the_person_of_that_name(cast: Callable[[str], Cast]) -> None:
    found = cast("Prime Minister Theresa May resigned. The vote in May was lost, May said.")
    assert [found.by_id[m.actor].name for m in found.mentions if m.text == "May"] == ["Theresa May"]


def test_a_place_outside_the_gazetteer_is_told_by_its_last_word(cast: Callable[[str], Cast]) -> None:
    found = cast("Gunmen attacked the Riverside Concert Hall on Friday.")
    assert [(p.text, p.code) for p in found.places] == [("Riverside Concert Hall", None)]


def test_a_rank_and_an_office_beside_it_are_of_one_person(cast: Callable[[str], Cast]) -> None:
    found = cast("Gen. Pavel Sorokin, the Russian chief of staff, inspected the front.")
    assert last_actor(found, "Russian chief of staff") == "pavel-sorokin"
    assert found.by_id["pavel-sorokin"].code == "RUS"


def test_a_party_outside_the_gazetteer_is_named_as_a_whole(cast: Callable[[str], Cast]) -> None:
    last = last_of(cast("Peru dissolved the Harvest Party."), "Harvest Party")
    assert last == ("harvest-party", "PER", "PTY")


@pytest.mark.parametrize(
    "text",
    [
        "Velkastra said that the port was open.",
        "Zorin Velkastra, 61, left.",
        "The envoy to Peru, Zorin Velkastra, left.",
        "Zorin B. Velkastra left.",
    ],
)
def test_a_person_is_told_by_what_stands_around_the_name(cast: Callable[[str], Cast], text: str) -> None:
    (person,) = [e for e in cast(text).entities if e.kind == "person"]
    assert person.id.endswith("velkastra")


def test_a_strange_name_alone_is_no_person(cast: Callable[[str], Cast]) -> None:
    assert [e.id for e in cast("The road to Velkastra was closed.").entities if e.kind == "person"] == []
