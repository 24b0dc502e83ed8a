"""Intentions are coded by what is announced, and attacks by words as words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.events.finder import EventFinder
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention, Entity, Event

EventsOf = Callable[..., tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Peru visited Chile.", "CONSULT"),
        ("Peru will visit Chile.", "AGREE"),
        ("Peru will not visit Chile.", "REJECT"),
        ("Peru imposed sanctions on Chile.", "SANCTION"),
        ("Peru will impose sanctions on Chile.", "THREATEN"),
        ("Peru may impose sanctions on Chile.", "THREATEN"),
        ("Peru is considering sanctions on Chile.", "THREATEN"),
        ("Peru said it would expel envoys of Chile unless they apologised.", "THREATEN"),
        ("Peru did not agree to help Chile.", "REJECT"),
    ],
)
def test_a_plan_is_coded_by_what_is_announced(events_of: EventsOf, text: str, type_: str) -> None:
    event = events_of(text, Peru="PER", Chile="CHL")[0]
    assert event.type == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mr Ruiz attacked Chile in a speech.", "ACCUSE"),
        ("Mr Ruiz attacked Chile with a bomb.", "ASSAULT"),
    ],
)
def test_who_attacks_without_weapons_criticises(
    parse: Callable[..., Parsed], finder: EventFinder, text: str, type_: str
) -> None:
    mentions = (
        ActorMention(0, 7, "Mr Ruiz", "ruiz", "PER"),
        ActorMention(text.index("Chile"), text.index("Chile") + 5, "Chile", "CHL", "CHL"),
    )
    cast = Cast(
        (Entity("ruiz", "Mr Ruiz", "person", "PER"), Entity("CHL", "Chile", "state", "CHL")), mentions
    )
    event = finder.find(parse(text), cast, (), ())[0]
    assert event.type == type_
    assert (event.act is None) is (type_ == "ACCUSE")
