"""Counts and measures and the ranges they can mean."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extraction.parse.parsed import Parsed
from accord.extraction.quantities.finder import QuantityFinder
from accord.extraction.times.expressions.finder import TimeFinder
from accord.records import Quantity

Parse = Callable[..., Parsed]

_TOLD = Path(__file__).with_name("figures.jsonl").read_text(encoding="utf-8").splitlines()
FIGURES = [json.loads(line) for line in _TOLD]

_NUMBERS = st.sampled_from(
    [
        "2",
        "3.5",
        "40",
        "1,500",
        "6, 000",
        "two",
        "half a",
        "forty-one",
        "several hundred",
        "a dozen",
        "$4",
        "£7.25",
    ]
)
_JOINTS = st.sampled_from([" to ", "-", " - ", " or ", " and ", "-to-", "/"])
_SCALES = st.sampled_from(
    ["", " million", "-million", " - billion", " thousand", "m", "bn", " or more", "-plus"]
)
_UNITS = st.sampled_from(
    [" people", "-euro loan", " percent", " of them", " km/h", " dead", " or so", " pounds", ""]
)
_BOUNDS = st.sampled_from(["", "about ", "nearly ", "more than ", "up to ", "between ", "a magnitude of "])


@pytest.fixture(scope="module")
def quantify(parse: Parse) -> Callable[[str], tuple[Quantity, ...]]:
    times, quantities = TimeFinder.load(), QuantityFinder.load()

    def find(text: str) -> tuple[Quantity, ...]:
        parsed = parse(text)
        return quantities.find(parsed, times.find(parsed))

    return find


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The army said over 40 soldiers were killed in the raid.", 40, None, "soldier"),
        ("At least 82 people died when the ferry sank.", 82, None, "people"),
        ("The blast wounded dozens of workers at the plant.", 24, None, "worker"),
        ("About 50 protesters were arrested near the square.", 45, 55, "protester"),
        ("Nearly 200 families left the valley.", 180, 200, "family"),
        ("Between 10 and 20 vehicles were destroyed.", 10, 20, "vehicle"),
        ("The ministry bought 12 to 18 aircraft from the firm.", 12, 18, "aircraft"),
        ("The deal is worth $3.5 billion, officials said.", 3.45e9, 3.55e9, "USD"),
        ("Lenders offered €40 million in aid.", 39.5e6, 40.5e6, "EUR"),
        ("Turnout reached 62 percent in the capital.", 61.5, 62.5, "percent"),
        ("Prices rose by 4.2% in the region.", 4.15, 4.25, "percent"),
        ("The fund froze billions in assets.", 1e9, None, None),
        ("Tens of thousands of refugees crossed the river.", 20000, None, "refugee"),
        ("Twenty-three sailors were rescued off the coast.", 23, 23, "sailor"),
        ("Up to 1,500 troops will be sent to the border.", None, 1500, "troop"),
        ("Two dozen lawmakers walked out of the chamber.", 24, 24, "lawmaker"),
        ("Fewer than 30 ships passed the strait.", None, 30, "ship"),
        ("The court fined the company 250 million roubles.", 249.5e6, 250.5e6, "RUB"),
        ("He commands three hundred men in the north.", 300, 300, "man"),
        ("The bridge cost 2 million dollars to repair.", 1.5e6, 2.5e6, "USD"),
        ("The plan costs around $3 billion.", 2.5e9, 3.5e9, "USD"),
        ("At least 82 were killed in the storm.", 82, None, "dead"),
        ("Some 300 delegates attended the congress.", 270, 330, "delegate"),
        ("The island is home to 120, 000 people and a port.", 120000, 120000, "people"),
        ("A magnitude 6. 1 quake struck the island at noon.", 6.1, 6.1, "magnitude"),
        ("The club offered between $140 and $150 million for the player.", 140e6, 150.5e6, "USD"),
        ("She leaves after three-plus seasons as coach.", 3, None, "season"),
        ("They found a cache of arms, including seven AK-47 assault rifles.", 7, 7, "rifle"),
        ("The quake struck 22 km off the harbour.", 22, 22, "kilometre"),
        ("The ferry sank 22 kilometers off the harbour.", 22, 22, "kilometre"),
        ("He ran for more than a hundred yards in the match.", 100, None, "yard"),
        ("Ann Karst, 61, runs the harbour.", 61, 61, "year old"),
        ("He retired at age 61 after the match.", 61, 61, "year old"),
    ],
)
def test_range_and_unit(
    quantify: Callable[[str], tuple[Quantity, ...]],
    text: str,
    low: float | None,
    high: float | None,
    unit: str | None,
) -> None:
    found = quantify(text)
    assert [(q.low, q.high, q.unit) for q in found] == [
        (
            pytest.approx(low) if low is not None else None,
            pytest.approx(high) if high is not None else None,
            unit,
        )
    ]
    assert all(q.text == text[q.start : q.end] for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed on 3 May 1998 in the capital.",
        "The alliance invoked Article 5 after the attack.",
        "Call the office on 555-0100 for details.",
        "It was the third meeting of the year.",
        "One of the ministers resigned.",
        "The council adopted Resolution 1701 without a vote.",
        "In 2019 the parties met again.",
        "They won the match 3-2 away from home.",
        "The 2012 Olympics were held in London.",
        "The minister, 52, resigned.",
    ],
)
def test_what_counts_nothing_is_no_quantity(
    quantify: Callable[[str], tuple[Quantity, ...]], text: str
) -> None:
    assert quantify(text) == ()


def test_a_change_has_two_quantities(quantify: Callable[[str], tuple[Quantity, ...]]) -> None:
    found = quantify("The force grew from 300 to 450 soldiers.")
    assert [(q.low, q.high) for q in found] == [(300, 300), (450, 450)]


@pytest.mark.parametrize("told", FIGURES, ids=[told["text"] for told in FIGURES])
def test_figures_of_wire_reports(
    quantify: Callable[[str], tuple[Quantity, ...]], told: dict[str, Any]
) -> None:
    found = [(q.low, q.high, q.unit) for q in quantify(told["text"])]
    assert found == [
        (low if low is None else pytest.approx(low), high if high is None else pytest.approx(high), unit)
        for low, high, unit in told["quantities"]
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bound=_BOUNDS, first=_NUMBERS, joint=_JOINTS, second=_NUMBERS, scale=_SCALES, unit=_UNITS)
def test_no_range_runs_backwards(
    quantify: Callable[[str], tuple[Quantity, ...]],
    bound: str,
    first: str,
    joint: str,
    second: str,
    scale: str,
    unit: str,
) -> None:
    text = f"The office counted {bound}{first}{joint}{second}{scale}{unit} in the harbour on the way."
    for found in quantify(text):
        assert found.low is None or found.high is None or found.low <= found.high
        assert found.text == text[found.start : found.end]
