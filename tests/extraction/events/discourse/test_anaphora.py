"""What "the recognition" and "broke off relations" take their sides from, and what stays empty is dropped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.discourse.anaphora import identified, refers, strikes_named
from accord.extraction.events.event_draft import EventDraft
from accord.records import Event

EventsOf = Callable[..., tuple[Event, ...]]
DraftsOf = Callable[..., list[EventDraft]]


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [m.code for m in event.actors], [m.code for m in event.recipients]


def test_a_definite_noun_takes_the_sides_of_the_act_it_takes_up(events_of: EventsOf) -> None:
    text = "Peru recognised Kosovo. The recognition came in May."
    _, again = events_of(text, Peru="PER", Kosovo="XKX")
    assert sides(again) == (["PER"], ["XKX"])


def test_relief_is_from_the_only_measures_that_were_told_of(events_of: EventsOf) -> None:
    text = "Peru froze the assets of Chile in 2010. The embargo was lifted in 2015."
    *_, lifted = events_of(text, Peru="PER", Chile="CHL")
    assert lifted.act == "lift-sanctions"
    assert sides(lifted) == (["PER"], ["CHL"])


def test_an_act_of_which_nothing_is_known_is_dropped(events_of: EventsOf) -> None:
    assert not events_of(
        "The visit was short.",
    )


@pytest.mark.parametrize(
    ("text", "test", "holds"),
    [
        ("The embargo was lifted.", identified, True),
        ("The ministers visited.", identified, False),
        ("The attack on Fort Hill failed.", strikes_named, True),
        ("The attack on peasants failed.", strikes_named, False),
        ("This visit was short.", refers, True),
        ("A visit was planned.", refers, False),
        ("The attack was short.", refers, False),
    ],
)
def test_what_an_act_without_sides_tells_of(
    drafts_of: DraftsOf, text: str, test: Callable[..., bool], holds: bool
) -> None:
    found = [draft for draft in drafts_of(text) if draft.trigger.sense.act is not None]
    assert any(test(draft.trigger) for draft in found) is holds
