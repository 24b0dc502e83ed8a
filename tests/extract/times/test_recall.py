"""Events that take up what a report told before share its time; events are made from their triggers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace

from accord.extract.parsed import Parsed
from accord.extract.times import TimeFinder, time_of
from accord.extract.times.recall import recalled
from accord.records import ActorMention, Event

Parse = Callable[..., Parsed]


@pytest.fixture(scope="module")
def finder() -> TimeFinder:
    return TimeFinder.load()


def made(parsed: Parsed, triggers: Sequence[str], actors: Sequence[str], finder: TimeFinder) -> list[Event]:
    """One event a trigger, each after the one before it; all of one act, and each by the actor given."""
    times = finder.find(parsed)
    events: list[Event] = []
    at = 0
    for trigger, actor in zip(triggers, actors, strict=True):
        start = parsed.text.index(trigger, at)
        at = start + len(trigger)
        token = next(t for t in parsed.doc if t.idx == start)
        by = (ActorMention(start, start, "", actor),) if actor else ()
        events.append(
            Event(
                f"e{len(events)}", start, at, trigger, "ASSAULT", None, "attack", (), None, by, (),
                time_of(parsed, times, token), None, "positive", "asserted", None,
                parsed.sentence_of(token) or 0, "attack",
            )
        )  # fmt: skip
    return events


def last(parsed: Parsed, triggers: Sequence[str], actors: Sequence[str], finder: TimeFinder) -> Event:
    return recalled(parsed, made(parsed, triggers, actors, finder))[-1]


@pytest.mark.parametrize(
    ("text", "triggers", "actors"),
    [
        ("Chile attacked Peru on May 3. Traders feared the attack.", ("attacked", "attack"), ("CHL", "")),
        (
            "Chile attacked Peru on May 3. Traders feared Chile's attack.",
            ("attacked", "attack"),
            ("CHL", "CHL"),
        ),
        (
            "Chile attacked Peru on May 3. Peru called this attack of Chile rash.",
            ("attacked", "attack"),
            ("CHL", "CHL"),
        ),
    ],
)
def test_a_noun_that_points_back_has_the_time_of_what_it_points_to(
    parse: Parse, finder: TimeFinder, text: str, triggers: list[str], actors: list[str]
) -> None:
    event = last(parse(text), triggers, actors, finder)
    assert event.recalled
    assert event.time is not None
    assert event.time.text == "May 3"


@pytest.mark.parametrize(
    ("text", "triggers", "actors"),
    [
        ("Chile attacked Peru on May 3. Chile attacked Kenya too.", ("attacked", "attacked"), ("CHL", "CHL")),
        ("Chile attacked Peru on May 3. Traders fear an attack.", ("attacked", "attack"), ("CHL", "")),
        ("Chile attacked Peru. Traders feared the attack.", ("attacked", "attack"), ("CHL", "")),
        ("Chile attacked Peru recently. Traders feared the attack.", ("attacked", "attack"), ("CHL", "")),
        ("Chile attacked Peru on May 3. Traders feared the attack.", ("attacked", "attack"), ("CHL", "NOR")),
        (
            "Chile attacked Peru on May 3. Traders feared the attack of pirates.",
            ("attacked", "attack"),
            ("CHL", ""),
        ),
        ("Traders feared the attack. Chile attacked Peru on May 3.", ("attack",), ("",)),
        (
            "Chile attacked Peru on May 3. Chile attacked Peru on May 9. Traders feared the attack.",
            ("attacked", "attacked", "attack"),
            ("CHL", "CHL", ""),
        ),
    ],
)
def test_what_is_not_surely_the_same_stays_open(
    parse: Parse, finder: TimeFinder, text: str, triggers: list[str], actors: list[str]
) -> None:
    event = last(parse(text), triggers, actors, finder)
    assert event.time is None
    assert not event.recalled


def test_what_did_not_happen_dates_nothing(parse: Parse, finder: TimeFinder) -> None:
    parsed = parse("Chile attacked Peru on May 3. Traders feared the attack.")
    first, second = made(parsed, ("attacked", "attack"), ("CHL", ""), finder)
    for undone in (replace(first, factuality="planned"), replace(first, polarity="negative")):
        assert recalled(parsed, (undone, second)) == (undone, second)


def test_a_time_of_its_own_goes_first(parse: Parse, finder: TimeFinder) -> None:
    parsed = parse("Chile attacked Peru on May 3. Traders feared the attack on May 4.")
    event = last(parsed, ("attacked", "attack"), ("CHL", ""), finder)
    assert event.time is not None
    assert event.time.text == "May 4"
    assert not event.recalled
