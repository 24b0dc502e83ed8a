"""The two states of a guide: their names, their cities, and whose a mission is."""

from __future__ import annotations

import pytest

from accord.errors import AccordError, VocabularyError
from accord.guides import GuideReader
from accord.guides.bilateral import Sides, States
from vocabularies import Replaced


@pytest.fixture(scope="module")
def states(guide_reader: GuideReader) -> States:
    return guide_reader.states


@pytest.fixture(scope="module")
def norway(states: States) -> Sides:
    return Sides.of("Norway", "USA", states)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("the American Legation", "sender"),
        ("Norway’s first Legation", "host"),
        ("the Norwegian Legation", "host"),
        ("the Swedish Legation", "other"),
        ("the American and Norwegian Legation", "sender"),
        ("their respective Legation", "sender"),
        ("a Legation", None),
        ("the Legation of Sweden", "other"),
        ("the Legation in Washington", "host"),
        ("the Legation in New York", "host"),
    ],
)
def test_whose_a_mission_is(norway: Sides, text: str, owner: str | None) -> None:
    start = text.index("Legation")
    end = start + len("Legation")
    assert norway.told_owner(text, start, end) == owner
    assert norway.owner(text, start, end) == (owner or "sender")


def test_the_sides_turn_with_the_sender(states: States) -> None:
    text = "the Swedish Legation"
    start = text.index("Legation")
    assert Sides.of("Norway", "SWE", states).owner(text, start, len(text)) == "sender"
    with pytest.raises(AccordError, match="'SWD'"):
        Sides.of("Norway", "SWD", states)


def test_cities_of_third_states_are_abroad(norway: Sides) -> None:
    assert norway.is_city_abroad("Stockholm")
    assert norway.is_capital_abroad("Stockholm")
    assert not norway.is_city_abroad("Bergen")
    assert not norway.is_city_abroad("Boston")
    assert norway.capitals >= {"Oslo"}


def test_a_third_state_is_neither_of_the_two(norway: Sides) -> None:
    assert norway.is_third("Sweden")
    assert not norway.is_third("Norway and Sweden")
    assert not norway.is_third("the United States")


def test_a_host_that_is_no_country_is_known_by_its_name_and_its_stem(states: States) -> None:
    ruritania = Sides.of("Ruritania", "USA", states)
    assert ruritania.names_host("the Ruritanian Court")
    assert not ruritania.names_host("the Norwegian Court")


def test_a_guide_that_names_another_state_more_often_is_about_that(norway: Sides) -> None:
    assert norway.is_about_other("Sweden grew. Sweden traded. Sweden and Norway parted. Sweden won.")
    assert not norway.is_about_other("Norway and Sweden. Norway and Sweden.")


def test_heads_of_state_are_of_their_country_only(states: States, norway: Sides) -> None:
    assert norway.sent_by("President Harding")
    assert not Sides.of("Norway", "SWE", states).sent_by("President Harding")


def test_heads_of_no_country_are_refused(states: States) -> None:
    data = {"about": "", "entries": {"QQQ": ["Elphberg"]}}
    with pytest.raises(VocabularyError, match="QQQ"):
        States.load(states.words, Replaced(file="en/actors/heads_of_state.json", data=data))
