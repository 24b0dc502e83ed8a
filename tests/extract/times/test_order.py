"""Clauses of order, with events made from the words that trigger them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from accord.extract.parsed import Parsed
from accord.extract.times import TimeFinder, time_of
from accord.extract.times.order import OrderFinder
from accord.records import Event, Time

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
        events.append(make_event(f"e{number}", parsed, token, trigger, time_of(parsed, times, token)))
    return tuple(events)


@pytest.fixture(scope="module")
def orders(parse: Parse) -> Orders:
    finder, times = OrderFinder.load(), TimeFinder.load()

    def find(text: str, triggers: list[str]) -> list[tuple[str, str, int | None, int | None]]:
        parsed = parse(text)
        events = make_events(parsed, triggers, times)
        names = {event.id: event.text for event in events}
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
    ],
)
def test_the_time_of_an_event(parse: Parse, text: str, trigger: str, expected: str | None) -> None:
    parsed = parse(text)
    token = next(t for t in parsed.doc if t.text == trigger)
    time = time_of(parsed, TimeFinder.load().find(parsed), token)
    assert (time.text if time else None) == expected


def test_seed_reports_order_their_events(shared: object) -> None:
    from accord.extract.extractor import Extractor
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
