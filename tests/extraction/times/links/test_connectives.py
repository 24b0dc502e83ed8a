"""Order by words that join an event to another or to a time."""

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
def test_order_by_a_connective(
    orders: Orders, text: str, triggers: list[str], expected: tuple[str, str, int | None, int | None]
) -> None:
    assert orders(text, triggers) == [expected]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The minister said after the summit that Norway had signed.", ["summit", "signed"]),
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
        ("Norway signed the treaty before Sweden's council of 1995 met.", ["signed"]),
    ],
)
def test_what_joins_something_else_tells_no_order(orders: Orders, text: str, triggers: list[str]) -> None:
    assert orders(text, triggers) == []
