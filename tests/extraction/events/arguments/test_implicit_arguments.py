"""The side that a clause leaves out, from what was told before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.records import Event

EventsOf = Callable[..., tuple[Event, ...]]
STATES = {"Peru": "PER", "Chile": "CHL", "Kenya": "KEN"}


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [m.code for m in event.actors], [m.code for m in event.recipients]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whose deed is reacted to.
        ("Chile closed its embassy in Peru. Kenya hailed the move.", (["KEN"], ["CHL"])),
        # Whom the verb before was about.
        ("Peru thanked Chile and assured it of support.", (["PER"], ["CHL"])),
        # The other side of what the doer last took part in.
        ("Peru expelled two diplomats of Chile. Later Peru recalled its ambassador.", (["PER"], ["CHL"])),
        # The two who "both sides" are, of whom a third asks something.
        ("Peru attacked Chile. Kenya urged both sides to stop.", (["KEN"], ["PER", "CHL"])),
    ],
)
def test_a_side_is_taken_from_before(
    events_of: EventsOf, text: str, expected: tuple[list[str], list[str]]
) -> None:
    *_, last = events_of(text, **{name: code for name, code in STATES.items() if name in text})
    assert sides(last) == expected


def test_a_second_candidate_leaves_it_open(events_of: EventsOf) -> None:
    text = "Peru, Chile and Kenya held talks. Peru recalled its ambassador."
    found = events_of(text, **STATES)
    assert all(not event.recipients for event in found if event.text == "recalled")
