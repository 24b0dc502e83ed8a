"""People of no known side are taken for the other side's own, where no third is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.events.finder import EventFinder
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention, Entity, Event


@pytest.fixture(scope="module")
def finder() -> EventFinder:
    return EventFinder.load()


def told(
    parse: Callable[..., Parsed], finder: EventFinder, text: str, **codes: str | None
) -> tuple[Event, ...]:
    """The events of a text whose words in `codes` are mentions of actors."""
    mentions = tuple(
        ActorMention(
            text.index(word), text.index(word) + len(word), word, word.lower(), code, form="description"
        )
        for word, code in sorted(codes.items(), key=lambda item: text.index(item[0]))
    )
    entities = tuple(Entity(m.actor, m.text, "group", m.code) for m in mentions)
    return finder.find(parse(text), Cast(entities, mentions), (), ())


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [m.code for m in event.actors], [m.code for m in event.recipients]


def test_those_arrested_are_of_the_state_that_arrests(
    parse: Callable[..., Parsed], finder: EventFinder
) -> None:
    (event,) = told(parse, finder, "Chile arrested two activists.", Chile="CHL", activists=None)
    assert sides(event) == (["CHL"], ["CHL"])


def test_a_third_state_leaves_it_open(parse: Callable[..., Parsed], finder: EventFinder) -> None:
    text = "Chile arrested two activists near the border with Peru."
    (event,) = told(parse, finder, text, Chile="CHL", activists=None, Peru="PER")
    assert sides(event)[1] != ["CHL"]


def test_who_tells_is_no_third(parse: Callable[..., Parsed], finder: EventFinder) -> None:
    text = "Chile arrested two activists, Peru said."
    (event,) = told(parse, finder, text, Chile="CHL", activists=None, Peru="PER")
    assert sides(event) == (["CHL"], ["CHL"])


def test_observers_belong_to_no_side(parse: Callable[..., Parsed], finder: EventFinder) -> None:
    text = "Experts criticised Chile."
    (event,) = told(parse, finder, text, Experts=None, Chile="CHL")
    assert sides(event) == ([None], ["CHL"])


def test_a_protest_is_against_the_own_state(parse: Callable[..., Parsed], finder: EventFinder) -> None:
    (event,) = told(parse, finder, "Farmers marched in Chile.", Farmers="CHL")
    assert sides(event) == (["CHL"], ["CHL"])
    assert event.recipients[0].actor == "CHL"


def test_whom_an_army_strikes_is_not_guessed(parse: Callable[..., Parsed], finder: EventFinder) -> None:
    text = "Chile killed two villagers."
    mentions = (
        ActorMention(0, 5, "Chile", "CHL", "CHL"),
        ActorMention(17, 26, "villagers", "villagers", None, form="description"),
    )
    cast = Cast(
        (Entity("CHL", "Chile", "state", "CHL"), Entity("villagers", "villagers", "people")), mentions
    )
    (event,) = finder.find(parse(text), cast, (), ())
    assert sides(event) == (["CHL"], [None])


def test_who_protests_against_a_company_is_of_no_state_for_it(
    parse: Callable[..., Parsed], finder: EventFinder
) -> None:
    for code in ("MNE", "IGO", "NGO", "IMG"):
        text = "Dockers protested against Harbourcorp."
        (event,) = told(parse, finder, text, Dockers=None, Harbourcorp=code)
        assert sides(event) == ([None], [code])
