"""What a number counts: told before it, after it, or by the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.extraction.quantities.amounts import AmountReader
from accord.extraction.quantities.units import Unit, UnitReader

Read = Callable[[str], tuple[Unit, str]]


@pytest.fixture(scope="module")
def read(parse: Callable[..., Parsed]) -> Read:
    amounts = AmountReader.load()
    units = UnitReader.of(amounts)

    def read_first(text: str) -> tuple[Unit, str]:
        doc = parse(text).doc
        for token in doc:
            amount = amounts.read(token, len(doc)) if amounts.may_start(token) else None
            if amount is not None:
                unit = units.read(doc, amount, 0, len(doc))
                return unit, doc[unit.first : unit.last + 1].text
        raise AssertionError(text)

    return read_first


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("They paid $40 for it.", "USD", "$40"),
        ("A magnitude of 6.4 was measured.", "magnitude", "magnitude of 6.4"),
        ("A magnitude 6.4 quake was felt.", "magnitude", "magnitude 6.4"),
        ("They sold 40 boats.", "boat", "40 boats"),
        ("They sold 40 old wooden boats.", "boat", "40 old wooden boats"),
        ("Turnout was 40 per cent.", "percent", "40 per cent"),
        ("The band is 40 strong.", "people", "40 strong"),
        ("Ann Karst, 61, runs the ferry.", "year old", "61"),
        ("The mayor, aged 61, runs the ferry.", "year old", "61"),
        ("Nearby 40 were killed.", "dead", "40"),
        ("They lifted 200 pounds of rice.", "pound", "200 pounds"),
        ("They paid 200 pounds for it.", "GBP", "200 pounds"),
        ("They dropped a 500-pound bomb.", "pound", "500-pound"),
    ],
)
def test_the_unit_and_its_words(read: Read, text: str, name: str, words: str) -> None:
    unit, found = read(text)
    assert (unit.name, found) == (name, words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The sailors left, and nine of them came back.", "sailor"),
        ("The death toll stood at 40.", "dead"),
        ("The number of wounded stood at 40.", "injured"),
        ("Of the boats, 40 have been reported missing.", "missing"),
    ],
)
def test_a_number_that_takes_up_what_was_told_counts_firmly(read: Read, text: str, name: str) -> None:
    unit, _ = read(text)
    assert (unit.name, unit.firm) == (name, True)


def test_a_number_of_nothing_has_no_unit(read: Read) -> None:
    unit, _ = read("They won by 3 to nil, then 40.")
    assert (unit.name, unit.firm) == (None, False)


def test_a_number_out_of_a_number_counts_though_no_unit_is_told(read: Read) -> None:
    unit, words = read("He was 19 of-27 in the match.")
    assert (unit.name, unit.firm, words) == (None, True, "19 of-27")


def test_a_number_behind_a_heading_is_of_its_fate(read: Read) -> None:
    unit, _ = read("Wounded: 88")
    assert (unit.name, unit.firm) == ("injured", True)
