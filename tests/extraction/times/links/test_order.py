"""Order told by a distance from what was told before, and order where none is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed

Parse = Callable[..., Parsed]
Orders = Callable[[str, list[str]], list[tuple[str, str, int | None, int | None]]]


@pytest.mark.parametrize(
    ("text", "triggers", "expected"),
    [
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
            "Norway received the envoy, becoming the first state to recognise the council.",
            ["received", "recognise"],
            ("received", "recognise", 0, 0),
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
    ],
)
def test_order_by_distance(
    orders: Orders, text: str, triggers: list[str], expected: tuple[str, str, int | None, int | None]
) -> None:
    assert orders(text, triggers) == [expected]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Norway signed the treaty. Sweden closed its mission.", ["signed", "closed"]),
        ("Norway signed the treaty and closed its mission.", ["signed", "closed"]),
    ],
)
def test_no_order_is_read_where_none_is_told(orders: Orders, text: str, triggers: list[str]) -> None:
    assert orders(text, triggers) == []


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
