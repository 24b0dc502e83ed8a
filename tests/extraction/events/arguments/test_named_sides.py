"""Which sides of an event its own clause names, and which are taken from around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.records import Event

EventsOf = Callable[..., tuple[Event, ...]]
PERU_AND_CHILE = {"Peru": "PER", "Chile": "CHL"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru expelled two diplomats of Chile.",
        "Two diplomats of Chile were expelled by Peru.",
        "Peru urged Chile to withdraw its troops.",
        "Peru and Chile held talks.",
        "Peru held talks with Chile.",
        "Peru closed its embassy in Chile.",
        "Peru, which borders the lake, condemned Chile.",
    ],
)
def test_sides_in_the_places_of_the_clause_are_named(events_of: EventsOf, text: str) -> None:
    event = events_of(text, **PERU_AND_CHILE)[0]
    assert {m.code for m in (*event.actors, *event.recipients)} == {"PER", "CHL"}
    assert event.implied == ()


@pytest.mark.parametrize("text", ["Chile-born men attacked Peru.", "Peruvo-Chile men attacked Peru."])
def test_half_of_a_word_names_nobody(events_of: EventsOf, text: str) -> None:
    for event in events_of(text, Chile="CHL"):
        assert {m.actor for m in (*event.actors, *event.recipients)} <= set(event.implied)


def test_what_a_noun_tells_is_marked(events_of: EventsOf) -> None:
    verb = events_of("Peru attacked Chile.", **PERU_AND_CHILE)[0]
    noun = events_of("After the attack by Peru on Chile prices rose.", **PERU_AND_CHILE)[0]
    assert (verb.by_noun, noun.by_noun) == (False, True)
