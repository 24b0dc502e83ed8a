"""Which mentions fill the roles of a trigger, and where it is told to have happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.arguments.reader import Doers
from accord.extraction.parse.parsed import Parsed
from accord.records import Event

EventsOf = Callable[..., tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "noun", "can"),
    [
        ("The army of Peru left.", "army", True),
        ("The embassy of Peru closed.", "embassy", True),
        ("The economy of Peru shrank.", "economy", False),
        ("The deployment worried Peru.", "deployment", True),
        ("The legislation worried Peru.", "legislation", False),
    ],
)
def test_a_law_does_nothing_and_an_army_does(
    parse: Callable[..., Parsed], text: str, noun: str, can: bool
) -> None:
    assert Doers.load().can_act(next(t for t in parse(text).doc if t.text == noun)) is can


def test_an_event_happens_where_its_clause_says(events_of: EventsOf) -> None:
    (event,) = events_of("Peru signed a treaty with Chile in Strelsau.", Peru="PER", Chile="CHL")
    assert event.place is not None
    assert event.place.text == "Strelsau"


def test_a_recognition_has_no_place_in_whom_it_recognises(events_of: EventsOf) -> None:
    (event,) = events_of("Peru recognised the council in Chile.", Peru="PER", Chile="CHL")
    assert [m.actor for m in event.recipients] == ["CHL"]
    assert event.place is None


def test_nobody_fills_both_sides(events_of: EventsOf) -> None:
    for event in events_of("Peru held talks with Chile and Peru.", Peru="PER", Chile="CHL"):
        assert not {m.actor for m in event.actors} & {m.actor for m in event.recipients}
