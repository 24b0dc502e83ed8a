"""Mentions of one actor have one identifier, whatever they are worded with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import last_of


def test_shorter_and_longer_forms_of_a_name_are_one_person(cast: Callable[[str], Cast]) -> None:
    found = cast(
        "President Omar Diallo Diallo spoke first. Omar Diallo then left, and Diallo said nothing more."
    )
    assert {m.actor for m in found.mentions} == {"omar-diallo-diallo"}


def test_a_surname_that_two_persons_share_names_neither_of_them(cast: Callable[[str], Cast]) -> None:
    found = cast("Maria Torres met Pablo Torres in the morning. Torres said the talks went well.")
    assert {"maria-torres", "pablo-torres"} <= {m.actor for m in found.mentions}
    assert not {m.actor for m in found.mentions if m.text == "Torres"} & {"maria-torres", "pablo-torres"}


def test_listed_persons_have_one_identifier_in_every_spelling(cast: Callable[[str], Cast]) -> None:
    found = cast("Sergei Lavrov met reporters. Sergey Lavrov then left. Lavrov flew home.")
    assert {m.actor for m in found.mentions if "Lavrov" in m.text} == {"sergey-lavrov"}


def test_the_office_a_report_tells_outweighs_the_list(cast: Callable[[str], Cast]) -> None:
    found = cast("Georgian President Eduard Shevardnadze resigned.")
    assert found.by_id["eduard-shevardnadze"].code == "GEO"


def test_what_something_is_called_is_no_actor(cast: Callable[[str], Cast]) -> None:
    found = cast("Peru removed the group from its list of terrorist organisations.")
    assert "rebel" not in {m.actor for m in found.mentions}


def test_an_acronym_in_brackets_is_the_same_actor(cast: Callable[[str], Cast]) -> None:
    found = cast("The Kurdistan Workers' Party (PKK) laid down its arms.")
    assert {m.actor for m in found.mentions} == {"pkk"}


def test_spellings_of_one_name_meet(cast: Callable[[str], Cast]) -> None:
    found = cast("Sergei Yukhnov spoke in Lima. Sergey Yuknov then left, and Yukhnov's aides followed.")
    assert {m.actor for m in found.mentions if "Yuk" in m.text} == {"sergei-yukhnov"}


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
    last = last_of(cast(text), mention)
    assert last is not None
    assert last[2] == sector


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Peru signed.", "name"),
        ("Lima signed the treaty with Chile.", "metonym"),
        ("The Peruvian foreign minister signed.", "title"),
        ("The Peruvian plan failed.", "description"),
    ],
)
def test_the_form_of_a_mention(cast: Callable[[str], Cast], text: str, form: str) -> None:
    assert cast(text).mentions[0].form == form


def test_a_body_outside_the_gazetteer_is_one_wherever_it_is_named(cast: Callable[[str], Cast]) -> None:
    found = cast("Staff of the Northern Star Council left. The Northern Star Council gave no reason.")
    named = [m for m in found.mentions if m.text == "Northern Star Council"]
    assert [m.actor for m in named] == ["northern-star-council"] * 2
    assert found.by_id["northern-star-council"].kind == "organisation"


def test_a_government_is_its_state(cast: Callable[[str], Cast]) -> None:
    found = cast("Chile met the Peruvian government. The government of Chile agreed with Peru.")
    assert {m.actor for m in found.mentions} == {"CHL", "PER"}
