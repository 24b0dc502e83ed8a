"""What verbs are about: missions with their places, relations, staff and ranks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides import GuideReader
from accord.guides.act_objects import ObjectFinder, plain
from accord.guides.bilateral import Sides
from accord.guides.verb_clauses import verbs

Finders = Callable[[str], ObjectFinder]


@pytest.fixture(scope="module")
def finder(guide_reader: GuideReader) -> Finders:
    sides = Sides.of("Norway", "USA", guide_reader.states)
    return lambda text: ObjectFinder(text, sides, guide_reader.words)


@pytest.mark.parametrize(
    ("text", "name", "level", "place", "own"),
    [
        ("The Legation at Bergen was closed.", "mission", "Legation", "Bergen", True),
        ("The Consulate in the port city of Bergen closed in May.", "mission", "Consulate", "Bergen", True),
        ("Norway closed the Swedish Embassy.", "mission", "Embassy", None, False),
        ("They severed diplomatic relations.", "relations", None, None, True),
        ("The Embassy staff left.", "staff", "Embassy", None, True),
        ("She presented her letters of credence.", "credentials", None, None, True),
    ],
)
def test_what_a_verb_is_about(
    finder: Finders, text: str, name: str, level: str | None, place: str | None, own: bool
) -> None:
    found = finder(text)
    (verb,) = verbs(text, 0, len(text), (), found.words)
    (thing,) = found.things(verb)
    assert (thing.name, thing.level, thing.place, thing.own) == (name, level, place, own)


def test_trade_relations_are_not_diplomatic_ones(finder: Finders) -> None:
    text = "They severed trade relations."
    found = finder(text)
    (verb,) = verbs(text, 0, len(text), (), found.words)
    assert found.things(verb) == []


def test_ranks_are_told_from_the_titles_that_hold_them(finder: Finders) -> None:
    text = "The Foreign Minister received Minister Brook."
    assert [text[rank.start : rank.end] for rank in finder(text).ranks(0, len(text))] == ["Minister"]


def test_who_resides_in_another_city_is_away(finder: Finders) -> None:
    for text, away in (("She was resident at Stockholm.", True), ("She was resident at Oslo.", False)):
        assert finder(text).lives_away(0, len(text)) is away


def test_words_are_compared_in_lower_case_with_single_spaces() -> None:
    assert plain("Consulate \n General") == "consulate general"
