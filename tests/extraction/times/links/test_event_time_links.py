"""When events were: in the whole of a stretch, or when what they take up again was; events are made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from edtf import parse_edtf
from msgspec.structs import replace

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.expressions.stretches import stretch
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.records import ActorMention, Event

LINKER = EventTimeLinker.load()

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("sentence", "whole", "edtf", "earliest", "latest"),
    [
        ("They met from 3 May to 5 May 2021.", "3 May to 5 May 2021", None, "2021-05-03", "2021-05-05"),
        ("They met between 1999 and 2001.", "1999 and 2001", "1999/2001", "1999-01-01", "2001-12-31"),
        ("The war (1914-1918) was long.", "1914-1918", "1914/1918", "1914-01-01", "1918-12-31"),
        (
            "It ran from June 3-5, 2024.",
            "June 3-5, 2024",
            "2024-06-03/2024-06-05",
            "2024-06-03",
            "2024-06-05",
        ),
        (
            "It ran from May 2020 until July 2021.",
            "May 2020 until July 2021",
            "2020-05/2021-07",
            "2020-05-01",
            "2021-07-31",
        ),
        ("It ran from 264 to 241 BC.", "264 to 241 BC", "-0263/-0240", None, None),
    ],
)
def test_a_stretch(
    parse: Callable[..., Parsed],
    sentence: str,
    whole: str,
    edtf: str | None,
    earliest: str | None,
    latest: str | None,
) -> None:
    times = TimeFinder.load().find(parse(sentence))
    assert times[0].until == "time:1"
    assert times[1].until is None
    found = stretch(times, times[0], sentence)
    assert (found.text, found.edtf, found.earliest, found.latest) == (
        whole,
        edtf or found.edtf,
        earliest,
        latest,
    )
    if edtf:
        parse_edtf(edtf)


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in 1999 and 2001.",
        "They met in 2001 until 1999.",
        "They met on Monday and not until Tuesday.",
        "They moved from May 2021 to now.",
    ],
)
def test_no_stretch(parse: Callable[..., Parsed], sentence: str) -> None:
    times = TimeFinder.load().find(parse(sentence, "2024-05-01"))
    assert [time.until for time in times] == [None] * len(times)
    assert stretch(times, times[0], sentence) == times[0]


def test_what_happened_in_a_stretch_has_the_whole_of_it(parse: Callable[..., Parsed]) -> None:
    text = "The leagues fought each other from May 1811 to June 1814."
    parsed = parse(text)
    times = TimeFinder.load().find(parsed)
    verb = next(token for token in parsed.doc if token.text == "fought")
    time = LINKER.time_of(parsed, times, verb)
    assert time is not None
    assert (time.text, time.value) == ("May 1811 to June 1814", "1811-05/1814-06")
    assert (time.earliest, time.latest) == ("1811-05-01", "1814-06-30")


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
                LINKER.time_of(parsed, times, token), None, "positive", "asserted", None,
                parsed.sentence_of(token) or 0, "attack",
            )
        )  # fmt: skip
    return events


def last(parsed: Parsed, triggers: Sequence[str], actors: Sequence[str], finder: TimeFinder) -> Event:
    return LINKER.recalled(parsed, made(parsed, triggers, actors, finder))[-1]


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
        assert LINKER.recalled(parsed, (undone, second)) == (undone, second)


def test_a_time_of_its_own_goes_first(parse: Parse, finder: TimeFinder) -> None:
    parsed = parse("Chile attacked Peru on May 3. Traders feared the attack on May 4.")
    event = last(parsed, ("attacked", "attack"), ("CHL", ""), finder)
    assert event.time is not None
    assert event.time.text == "May 4"
    assert not event.recalled


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("On May 2 Norway signed a treaty.", "signed", "May 2"),
        ("Norway signed a treaty on May 2 after a coup in 1999.", "signed", "May 2"),
        ("Norway signed a treaty that Sweden had rejected in 1999.", "signed", None),
        ("Norway signed a treaty that Sweden had rejected in 1999.", "rejected", "1999"),
        ("Norway closed its mission in 2001 and opened an embassy in 2004.", "opened", "2004"),
        ("Norway closed its mission in 2001 and opened an embassy in 2004.", "closed", "2001"),
        ("Norway has been bound by the treaty for two years.", "bound", None),
        ("The signing of the treaty in 2003 pleased Sweden.", "signing", "2003"),
        ("Norway rejected the 1999 treaty.", "rejected", None),
        ("Norway rejected the current draft.", "rejected", None),
        ("Norway welcomed the 1999 invasion.", "invasion", "1999"),
        ("Norway rejected the treaty last week.", "rejected", "last week"),
        ("Yesterday Norway agreed to sign the treaty.", "sign", "Yesterday"),
        ("Norway closed its embassy before 1995.", "closed", None),
        ("Norway will close its embassy by Friday.", "close", "Friday"),
        ("Norway signed a pact after the invasion of Oslo in 1999.", "signed", None),
        ("Norway signed a pact after the invasion of Oslo in 1999.", "invasion", "1999"),
        ("Norway signed a pact on May 3 after Sweden closed its mission.", "closed", None),
        ("On May 3, Norway signed a pact after Sweden closed its mission.", "closed", None),
        ("The minister said on Monday that Norway had signed the treaty.", "signed", None),
        ("The minister announced on Monday that Norway recognised the council.", "recognised", "Monday"),
        ("Norway rebuked Sweden for closing its mission in 1999.", "rebuked", None),
        ("Norway recognised the council by signing a treaty in 1999.", "recognised", "1999"),
        ("On Tuesday the envoy, who was hurt in the bombing, left.", "bombing", None),
        ("Norway closed its mission two days before.", "closed", "two days before"),
    ],
)
def test_the_time_of_an_event(parse: Parse, text: str, trigger: str, expected: str | None) -> None:
    parsed = parse(text)
    token = next(t for t in parsed.doc if t.text == trigger)
    time = LINKER.time_of(parsed, TimeFinder.load().find(parsed), token)
    assert (time.text if time else None) == expected
