"""The records: what is inside what, and who says it."""

from __future__ import annotations

import pytest

from accord.extraction.propositions.proposition_records import inside_sayings
from accord.records import Proposition, Statement
from propositions import Tell


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("The firm plans to sell the plant.", "sell", "plans"),
        ("The judge ordered the firm to pay.", "pay", "ordered"),
        ("They closed the road to save lives.", "save", "closed"),
        ("The guard said that the roof fell.", "fell", "said"),
    ],
)
def test_content_and_purpose_are_inside(tell: Tell, text: str, inner: str, outer: str) -> None:
    told = tell(text)
    assert told[inner].within == told[outer].id


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The van, which hit a wall, burned.", "hit"),
        ("The roof fell and the wall cracked.", "cracked"),
        ("They ran when the roof fell.", "fell"),
    ],
)
def test_what_stands_by_itself_is_inside_nothing(tell: Tell, text: str, predicate: str) -> None:
    assert tell(text)[predicate].within is None


def test_the_speaker_is_named(tell: Tell) -> None:
    told = tell("Norway said that the ship had sunk.")
    assert told["sunk"].reported_by == "NOR"
    assert told["said"].reported_by is None


def test_a_statement_is_inside_its_saying_unless_that_is_inside_it() -> None:
    said = Proposition("p0", 0, 4, "said", "verb", "say", 0)
    fell = Proposition("p1", 5, 9, "fell", "verb", "fall", 0, statement="s0")
    statement = Statement("s0", "direct", (), ((0, 4),), ((5, 9),))
    assert [p.within for p in inside_sayings((said, fell), (statement,))] == [None, "p0"]
    inside = Proposition("p0", 0, 4, "said", "verb", "say", 0, within="p1")
    assert [p.within for p in inside_sayings((inside, fell), (statement,))] == ["p1", None]
