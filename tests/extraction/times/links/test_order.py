"""Clauses of order, with events made from the words that trigger them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.extraction.times.links.order import OrderFinder
from accord.records import (
    Event,
    Time,
)

LINKER = EventTimeLinker.load()

Parse = Callable[..., Parsed]
Orders = Callable[[str, list[str]], list[tuple[str, str, int | None, int | None]]]


def make_event(name: str, parsed: Parsed, token: Token, trigger: str, time: Time | None) -> Event:
    return Event(
        id=name,
        start=token.idx,
        end=token.idx + len(trigger),
        text=trigger,
        type="SUPPORT",
        mode=None,
        act="recognise",
        contexts=(),
        cameo=None,
        actors=(),
        recipients=(),
        time=time,
        place=None,
        polarity="positive",
        factuality="asserted",
        reported_by=None,
        sentence=parsed.sentence_of(token) or 0,
        lemma=token.lemma_,
    )


def make_events(parsed: Parsed, triggers: list[str], finder: TimeFinder) -> tuple[Event, ...]:
    """One event a trigger, each trigger found after the one before it."""
    times = finder.find(parsed)
    events: list[Event] = []
    at = 0
    for number, trigger in enumerate(triggers):
        start = parsed.text.index(trigger, at)
        at = start + len(trigger)
        token = next(t for t in parsed.doc if t.idx >= start)
        events.append(make_event(f"e{number}", parsed, token, trigger, LINKER.time_of(parsed, times, token)))
    return tuple(events)


@pytest.fixture(scope="module")
def orders(parse: Parse) -> Orders:
    finder, times = OrderFinder.load(), TimeFinder.load()

    def find(text: str, triggers: list[str]) -> list[tuple[str, str, int | None, int | None]]:
        parsed = parse(text)
        events = make_events(parsed, triggers, times)
        names = {event.id: event.text for event in events}
        names |= {f"time:{number}": time.text for number, time in enumerate(times.find(parsed))}
        found = finder.find(parsed, events, times.find(parsed))
        assert all(order.text == text[order.start : order.end] for order in found)
        return [(names[order.earlier], names[order.later], order.low, order.high) for order in found]

    return find


@pytest.mark.parametrize(
    ("text", "triggers", "expected"),
    [
        (
            "Norway opened an embassy after Sweden closed its mission.",
            ["opened", "closed"],
            ("closed", "opened", 0, None),
        ),
        (
            "Before Sweden closed its mission, Norway opened an embassy.",
            ["closed", "opened"],
            ("opened", "closed", 0, None),
        ),
        (
            "Following the coup, Norway closed its embassy.",
            ["coup", "closed"],
            ("coup", "closed", 0, None),
        ),
        (
            "Norway recalled its envoy two days after the coup.",
            ["recalled", "coup"],
            ("coup", "recalled", 2, 2),
        ),
        (
            "Norway recalled its envoy a week before the vote.",
            ["recalled", "vote"],
            ("recalled", "vote", 4, 10),
        ),
        (
            "Norway signed the treaty. The move came after Sweden ratified a pact.",
            ["signed", "ratified"],
            ("ratified", "signed", 0, None),
        ),
        (
            "Norway signed the treaty. This decision follows the ratification of a pact by Sweden.",
            ["signed", "ratification"],
            ("ratification", "signed", 0, None),
        ),
        (
            "The visit was followed by a summit in Oslo.",
            ["visit", "summit"],
            ("visit", "summit", 0, None),
        ),
        (
            "The visit preceded a summit in Oslo.",
            ["visit", "summit"],
            ("visit", "summit", 0, None),
        ),
        (
            "Norway recognised the council on May 2. Three days later, Sweden signed a pact with it.",
            ["recognised", "signed"],
            ("recognised", "signed", 3, 3),
        ),
        (
            "Norway recognised the council. On the same day, Sweden signed a pact with it.",
            ["recognised", "signed"],
            ("recognised", "signed", 0, 0),
        ),
        (
            "Norway recognised the council. A day earlier, Sweden had signed a pact with it.",
            ["recognised", "signed"],
            ("signed", "recognised", 1, 1),
        ),
        (
            "Norway recognised the council. Earlier, Sweden lifted its ban.",
            ["recognised", "lifted"],
            ("lifted", "recognised", 0, None),
        ),
        (
            "Norway received the envoy, becoming the first state to recognise the council.",
            ["received", "recognise"],
            ("received", "recognise", 0, 0),
        ),
        (
            "Norway signed the treaty ahead of the summit.",
            ["signed", "summit"],
            ("signed", "summit", 0, None),
        ),
        (
            "Norway kept its embassy open until Sweden closed its mission.",
            ["kept", "closed"],
            ("kept", "closed", 0, None),
        ),
        (
            "Once Sweden had ratified the treaty, Norway reopened its embassy.",
            ["ratified", "reopened"],
            ("ratified", "reopened", 0, None),
        ),
        (
            "Norway reopened its embassy as soon as Sweden signed the treaty.",
            ["reopened", "signed"],
            ("signed", "reopened", 0, None),
        ),
        (
            "Just as Norway closed its embassy, Sweden recognised the council.",
            ["closed", "recognised"],
            ("recognised", "closed", 0, 0),
        ),
        (
            "By the time Sweden closed its mission, Norway had recalled its envoy.",
            ["closed", "recalled"],
            ("recalled", "closed", 0, None),
        ),
        (
            "Norway recalled its envoy on May 4, 1935, when Sweden signed a pact.",
            ["recalled", "signed"],
            ("recalled", "signed", 0, 0),
        ),
        (
            "Norway had recalled its envoy when Sweden signed a pact.",
            ["recalled", "signed"],
            ("recalled", "signed", 0, None),
        ),
        (
            "Norway closed the mission that Sweden had opened.",
            ["closed", "opened"],
            ("opened", "closed", 0, None),
        ),
        (
            "Norway, which had severed ties with Sweden, reopened its embassy.",
            ["severed", "reopened"],
            ("severed", "reopened", 0, None),
        ),
        (
            "Having signed the treaty, Norway closed its embassy.",
            ["signed", "closed"],
            ("signed", "closed", 0, None),
        ),
        (
            "Norway signed the treaty and later closed its embassy.",
            ["signed", "closed"],
            ("signed", "closed", 0, None),
        ),
        (
            "Norway signed the treaty and then closed its embassy.",
            ["signed", "closed"],
            ("signed", "closed", 0, None),
        ),
        (
            "Norway signed the treaty, and two days later Sweden ratified a pact.",
            ["signed", "ratified"],
            ("signed", "ratified", 2, 2),
        ),
        (
            "Norway lifted its ban on the same day as it recognised the council.",
            ["lifted", "recognised"],
            ("recognised", "lifted", 0, 0),
        ),
        (
            "Within a week of the coup, Norway closed its embassy.",
            ["coup", "closed"],
            ("coup", "closed", 0, 10),
        ),
        (
            "In the days after the coup, Norway closed its embassy.",
            ["coup", "closed"],
            ("coup", "closed", 0, None),
        ),
        (
            "Norway expelled the envoy on May 3, two days before Sweden recognised the council.",
            ["expelled", "recognised"],
            ("expelled", "recognised", 2, 2),
        ),
        (
            "Norway expelled the envoy in response to the coup.",
            ["expelled", "coup"],
            ("coup", "expelled", 0, None),
        ),
        (
            "The coup led to the expulsion of the envoy.",
            ["coup", "expulsion"],
            ("coup", "expulsion", 0, None),
        ),
        (
            "Norway expelled the envoy, prompting Sweden to recall its own.",
            ["expelled", "recall"],
            ("expelled", "recall", 0, None),
        ),
        (
            "Norway has taken steps to restore ties since Sweden recognised the council.",
            ["restore", "recognised"],
            ("recognised", "restore", 0, None),
        ),
        (
            "Norway has closed three missions since May 2021.",
            ["closed"],
            ("May 2021", "closed", 0, None),
        ),
        (
            "Norway closed its embassy before 1995.",
            ["closed"],
            ("closed", "1995", 1, None),
        ),
        (
            "Norway closed its embassy after 1995.",
            ["closed"],
            ("1995", "closed", 1, None),
        ),
        (
            "The embassy was closed prior to 1995.",
            ["closed"],
            ("closed", "1995", 1, None),
        ),
        (
            "Norway kept its embassy until July 2019.",
            ["kept"],
            ("kept", "July 2019", 0, None),
        ),
        (
            "Norway had closed its embassy by May 2019.",
            ["closed"],
            ("closed", "May 2019", 0, None),
        ),
        (
            "Norway signed the treaty no later than May 3, 2019.",
            ["signed"],
            ("signed", "May 3, 2019", 0, None),
        ),
        (
            "Norway signed the treaty two days before May 3, 2019.",
            ["signed"],
            ("signed", "May 3, 2019", 2, 2),
        ),
        (
            "The coup took place before 1995.",
            ["coup"],
            ("coup", "1995", 1, None),
        ),
        (
            "The coup was over before midnight.",
            ["coup"],
            ("coup", "midnight", 0, None),
        ),
    ],
)
def test_order(
    orders: Orders, text: str, triggers: list[str], expected: tuple[str, str, int | None, int | None]
) -> None:
    assert orders(text, triggers) == [expected]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Norway signed the treaty. Sweden closed its mission.", ["signed", "closed"]),
        ("The minister said after the summit that Norway had signed.", ["summit", "signed"]),
        ("Norway signed the treaty and closed its mission.", ["signed", "closed"]),
        ("Sweden will follow Norway. It closed its mission.", ["follow", "closed"]),
        ("Norway caught two men. It held men who were later sent to Oslo.", ["caught", "held"]),
        ("Norway caught two men. It sank a ship that had been seized hours earlier.", ["caught", "seized"]),
        ("Norway recognised the council in 2019 when Sweden signed a pact.", ["recognised", "signed"]),
        ("Norway was visiting when Sweden signed a pact.", ["visiting", "signed"]),
        ("Norway signed the pact, since Sweden recognised the council.", ["signed", "recognised"]),
        ("Norway discussed the invasion after the summit.", ["invasion", "summit"]),
        ("Norway signed a pact after the trial of a man who planned the coup.", ["signed", "coup"]),
        (
            "Norway signed a pact. It was only after the vote that Sweden closed its mission.",
            ["signed", "vote"],
        ),
        ("Norway rejected the treaty of a council that ruled until 1995.", ["rejected"]),
        ("Norway signed the treaty by a vote in May 2019.", ["signed"]),
        ("Norway signed the treaty. It was not until May 2019 that Sweden did.", ["signed"]),
        ("Norway was accredited to Peru and, after 1995, to Chile.", ["accredited"]),
        ("Norway calls on Sweden to sign the pact. Earlier, Sweden closed its mission.", ["sign", "closed"]),
        ("Norway signed the treaty before Sweden's council of 1995 met.", ["signed"]),
    ],
)
def test_no_order_is_read_where_none_is_told(orders: Orders, text: str, triggers: list[str]) -> None:
    assert orders(text, triggers) == []


def test_events_that_did_not_happen_are_not_ordered(parse: Parse) -> None:
    import msgspec

    times = TimeFinder.load()
    parsed = parse("Norway opened an embassy after Sweden closed its mission.")
    one, other = make_events(parsed, ["opened", "closed"], times)
    planned = msgspec.structs.replace(other, factuality="planned")
    assert OrderFinder.load().find(parsed, (one, planned), ()) == ()


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


def test_seed_reports_order_their_events(shared: object) -> None:
    from accord.extraction.extractor import Extractor
    from accord.records import Report

    extractor = Extractor.load()
    told: dict[str, set[tuple[str | None, str | None, int | None, int | None]]] = {}
    for path in sorted((shared / "seeds").glob("*.txt")):  # type: ignore[operator]
        reading = extractor.extract(Report(id=path.stem, text=path.read_text(encoding="utf-8"), sha256=""))
        acts = {event.id: event.act for event in reading.events}
        told[path.stem[:3]] = {(acts[o.earlier], acts[o.later], o.low, o.high) for o in reading.orders}
    assert ("recognise-state", "accept-credentials", 0, 0) in told["000"]
    assert ("accept-credentials", "recognise-government", 0, None) in told["001"]
    assert any(two == "present-credentials" and low == 0 for _, two, low, _ in told["002"])
    assert any((one, low, high) == ("present-credentials", 2, 2) for one, _, low, high in told["003"])
    assert ("delist", "recognise-government", 0, None) in told["004"]
