"""The records that drafts become: their characters, their act, and what stands within what."""

from __future__ import annotations

from collections.abc import Callable

from accord.records import Event

EventsOf = Callable[..., tuple[Event, ...]]


def test_an_event_is_told_by_its_word_and_the_particle_beside_it(events_of: EventsOf) -> None:
    text = "Peru cut off relations with Chile."
    (event,) = events_of(text, Peru="PER", Chile="CHL")
    assert event.text == text[event.start : event.end] == "cut off"
    assert event.id == "e0"


def test_a_recognition_is_of_a_government_where_the_recipient_is_called_one(events_of: EventsOf) -> None:
    (plain,) = events_of("Peru recognised Chile.", Peru="PER", Chile="CHL")
    (ruled,) = events_of("Peru recognised the Chilean junta.", **{"Peru": "PER", "Chilean junta": "CHL"})
    assert plain.act == "recognise"
    assert ruled.act == "recognise-government"


def test_what_is_told_under_another_event_stands_within_it(events_of: EventsOf) -> None:
    asked, closed = events_of("Peru urged Chile to close its embassy.", Peru="PER", Chile="CHL")
    assert closed.within == asked.id
    assert asked.within is None
