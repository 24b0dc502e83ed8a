"""Whose word something is: the innermost statement that holds it, and whether it only reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.modality.sayings import Sayings
from accord.extraction.parse.parsed import Parsed
from accord.records import Factuality, Statement, StatementKind

TEXT = "The firm said that the yard, which it bought in May, had closed, and sued the bank."


def statement(kind: StatementKind = "indirect") -> Statement:
    at = TEXT.index
    return Statement("s0", kind, ((0, 8),), ((9, 13),), ((at("that"), at(", and sued")),), "firm")


@pytest.mark.parametrize(
    ("word", "factuality", "found"),
    [
        ("closed", "asserted", ("s0", "reported")),
        ("bought", "asserted", ("s0", "reported")),
        ("closed", "denied", ("s0", "denied")),
        ("sued", "asserted", (None, "asserted")),
        ("said", "asserted", (None, "asserted")),
    ],
)
def test_whose_word_it_is(
    parse: Callable[..., Parsed], word: str, factuality: Factuality, found: tuple[str | None, str]
) -> None:
    token = next(t for t in parse(TEXT).doc if t.text == word)
    told, way = Sayings.of([statement()]).literal(token, factuality, None)
    assert (told.id if told is not None else None, way) == found


def test_what_somebody_believes_is_their_word(parse: Callable[..., Parsed]) -> None:
    doc = parse(TEXT).doc
    closed, said = (next(t for t in doc if t.text == word) for word in ("closed", "said"))
    assert Sayings.of([statement()]).literal(closed, "possible", said)[1] == "reported"
    assert Sayings.of([statement()]).literal(closed, "possible", None)[1] == "possible"


def test_what_somebody_wants_is_not_said(parse: Callable[..., Parsed]) -> None:
    text = "The firm refused to sell the yard."
    wanted = Statement("s0", "indirect", ((0, 8),), ((9, 16),), ((17, 33),), "firm")
    sell = next(t for t in parse(text).doc if t.text == "sell")
    told, way = Sayings.of([wanted]).literal(sell, "asserted", None)
    assert told is wanted
    assert way == "asserted"
