"""Headlines: what they are, and the acts that they announce."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides import GuideReader
from accord.guides.act_objects import ObjectFinder
from accord.guides.bilateral import Sides
from accord.guides.headlines import announces_host, announces_list, is_headline
from accord.guides.mission_acts import MissionAct

Finders = Callable[[str], ObjectFinder]


@pytest.fixture(scope="module")
def finder(guide_reader: GuideReader) -> Finders:
    sides = Sides.of("Norway", "USA", guide_reader.states)
    return lambda text: ObjectFinder(text, sides, guide_reader.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Establishment of the American Legation, 1905.", True),
        ("Opening of the U.S. Legation, May 3, 1905", True),
        ("The Legation was opened on June 5, 1905.", False),
        ("The Legation opened on June 5, 1905.", False),
        ("Relations with Norway", False),
    ],
)
def test_a_headline_ends_in_a_year_and_tells_nothing(finder: Finders, text: str, expected: bool) -> None:
    assert is_headline(finder(text), 0) is expected


def test_a_headline_may_be_on_the_mission_of_the_host(finder: Finders) -> None:
    for text, expected in (("The Norwegian Legation, 1905", True), ("The American Legation, 1905", False)):
        assert announces_host(finder(text), 0, len(text)) is expected


def test_a_list_of_other_posts_is_announced_by_the_paragraph_before(finder: Finders) -> None:
    text = "There were consulates at the following posts:\n\nBergen."
    assert announces_list(finder(text), text.index("Bergen"))
    assert not announces_list(finder(text.replace(":", ".")), text.index("Bergen"))


def test_what_only_the_headline_tells_is_dated_by_the_first_day_under_it(
    acts: Callable[..., tuple[MissionAct, ...]],
) -> None:
    text = "Closure of the American Embassy, 1990\n\nThe last flag came down in Oslo on May 4, 1990."
    (act,) = acts(text)
    assert (act.kind, act.level, act.date) == ("close", "Embassy", "1990-05-04")
    assert act.evidence.text.startswith("The last flag")
