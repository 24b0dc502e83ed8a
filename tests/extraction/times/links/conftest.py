"""Reads clauses of order among made-up events."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.links.order import OrderFinder
from triggered import make_events

Parse = Callable[..., Parsed]
Orders = Callable[[str, list[str]], list[tuple[str, str, int | None, int | None]]]


@pytest.fixture(scope="session")
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
