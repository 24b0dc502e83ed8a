"""Order by verbs, adverbs, moments and the past perfect."""

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
            "Norway recognised the council. Earlier, Sweden lifted its ban.",
            ["recognised", "lifted"],
            ("lifted", "recognised", 0, None),
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
            "The coup led to the expulsion of the envoy.",
            ["coup", "expulsion"],
            ("coup", "expulsion", 0, None),
        ),
        (
            "Norway expelled the envoy, prompting Sweden to recall its own.",
            ["expelled", "recall"],
            ("expelled", "recall", 0, None),
        ),
    ],
)
def test_order_by_a_verb_an_adverb_or_a_tense(
    orders: Orders, text: str, triggers: list[str], expected: tuple[str, str, int | None, int | None]
) -> None:
    assert orders(text, triggers) == [expected]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Sweden will follow Norway. It closed its mission.", ["follow", "closed"]),
        ("Norway signed the treaty. Sweden then closed its mission.", ["signed", "closed"]),
        ("Norway caught two men. It held men who were later sent to Oslo.", ["caught", "held"]),
        ("Norway caught two men. It sank a ship that had been seized hours earlier.", ["caught", "seized"]),
        ("Norway recognised the council in 2019 when Sweden signed a pact.", ["recognised", "signed"]),
        ("Norway was visiting when Sweden signed a pact.", ["visiting", "signed"]),
        ("Norway calls on Sweden to sign the pact. Earlier, Sweden closed its mission.", ["sign", "closed"]),
    ],
)
def test_a_verb_of_something_else_tells_no_order(orders: Orders, text: str, triggers: list[str]) -> None:
    assert orders(text, triggers) == []
