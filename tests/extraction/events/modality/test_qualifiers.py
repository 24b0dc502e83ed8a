"""What a report adds to an event: its rank, manner, reason and object, and who decided it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.records import Event

EventsOf = Callable[..., tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Peru became the first country to recognise Chile.", "scope", "first country"),
        ("Peru formally recognised Chile.", "manner", "formally"),
        ("Peru recognised Chile because of the coup.", "reason", "because of the coup"),
        ("Peru lifted sanctions on Chile.", "object", "sanctions"),
    ],
)
def test_what_is_added(events_of: EventsOf, text: str, kind: str, words: str) -> None:
    (event,) = events_of(text, Peru="PER", Chile="CHL")
    found: dict[str, str] = {q.kind: text[q.start : q.end] for q in event.qualifiers}
    assert found[kind].startswith(words)


def test_who_decided_is_told_of_the_move_before(events_of: EventsOf) -> None:
    text = "Peru recalled its ambassador to Chile. The move was approved by Kenya."
    event = events_of(text, Peru="PER", Chile="CHL", Kenya="KEN")[0]
    assert [q.text for q in event.qualifiers if q.kind == "decision"] == ["approved by Kenya"]


def test_only_an_act_that_is_about_something_has_an_object(events_of: EventsOf) -> None:
    (event,) = events_of("Peru visited Chile.", Peru="PER", Chile="CHL")
    assert not [q for q in event.qualifiers if q.kind == "object"]
