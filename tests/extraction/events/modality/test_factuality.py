"""Whether an event is told as done: what stands above and beside its word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.finder import EventFinder
from accord.extraction.parse.parsed import Parsed


@pytest.mark.parametrize(
    ("text", "factuality", "polarity"),
    [
        ("Peru recalled its envoy.", "asserted", "positive"),
        ("Peru has not recalled its envoy.", "asserted", "negative"),
        ("Peru not only recalled its envoy but left.", "asserted", "positive"),
        ("Peru refused to recall its envoy.", "asserted", "negative"),
        ("Nor has Peru recalled its envoy.", "asserted", "negative"),
        ("Peru has yet to recall its envoy.", "asserted", "negative"),
        ("Peru reportedly recalled its envoy.", "reported", "positive"),
        ("Peru is said to have recalled its envoy.", "reported", "positive"),
        ("Peru will recall its envoy.", "planned", "positive"),
        ("Peru is to recall its envoy.", "planned", "positive"),
        ("The king ordered Peru to recall its envoy.", "ordered", "positive"),
        ("The king urged Peru to recall its envoy.", "asked", "positive"),
        ("The king warned Peru against recalling its envoy.", "asked", "negative"),
        ("Peru may recall its envoy.", "possible", "positive"),
        ("If Peru recalled its envoy, it would rain.", "conditional", "positive"),
        ("Peru would have recalled its envoy.", "conditional", "positive"),
        ("Peru denied recalling its envoy.", "denied", "positive"),
        ("After Peru recalled its envoy, it will rain.", "asserted", "positive"),
    ],
)
def test_how_an_event_is_told(
    parse: Callable[..., Parsed], finder: EventFinder, text: str, factuality: str, polarity: str
) -> None:
    verb = next(t for t in parse(text).doc if t.lemma_ == "recall")
    assert finder.factuality.judge(verb)[:2] == (factuality, polarity)


def test_the_word_that_decides_is_told(parse: Callable[..., Parsed], finder: EventFinder) -> None:
    verb = next(t for t in parse("Peru promised to recall its envoy.").doc if t.lemma_ == "recall")
    *_, governor = finder.factuality.judge(verb)
    assert governor is not None
    assert governor.text == "promised"
