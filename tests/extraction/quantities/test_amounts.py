"""Numbers with the ranges they mean, before any bound word, and the words that the reader goes by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.errors import VocabularyError
from accord.extraction.parse.parsed import Parsed
from accord.extraction.quantities.amounts import AmountReader
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

FILE = "en/quantities/quantities.json"
READER = AmountReader.load()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They sold 40 boats.", 40, 40),
        ("They sold 3.5 million boats.", 3_450_000, 3_550_000),
        ("They sold 2 to 3 boats.", 2, 3),
        ("They sold between 2 and 3 boats.", 2, 3),
        ("They sold from 2 to 3 boats.", 2, 2),
        ("They sold 2 to 3 million boats.", 2_000_000, 3_500_000),
        ("They sold six or more boats.", 6, None),
        ("They sold 300+ boats.", 300, None),
        ("They sold several hundred boats.", 200, None),
        ("They sold two dozen boats.", 24, 24),
        ("They sold dozens of boats.", 24, None),
        ("They sold tens of thousands of boats.", 20_000, None),
        ("They sold 3mn boats.", 2_500_000, 3_500_000),
        ("They sold half a million boats.", 500_000, 500_000),
        ("They sold twenty-one boats.", 21, 21),
    ],
)
def test_a_number(parse: Callable[..., Parsed], text: str, low: float, high: float | None) -> None:
    doc = parse(text).doc
    start = next(token for token in doc if READER.may_start(token))
    amount = READER.read(start, len(doc))
    assert amount is not None
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize("text", ["They sold boats.", "The AK-47 is old."])
def test_no_number(parse: Callable[..., Parsed], text: str) -> None:
    assert not any(READER.may_start(token) for token in parse(text).doc)


def test_a_glued_scale_must_be_a_scale() -> None:
    data = PACKAGED.read(FILE, dict[str, object])
    data["glued_scales"] = ["mn", "zz"]
    with pytest.raises(VocabularyError, match=r"glued_scales \['zz'\]"):
        AmountReader.load(Replaced(file=FILE, data=data))


def test_a_scale_is_glued_where_the_vocabulary_says_so(parse: Callable[..., Parsed]) -> None:
    data = PACKAGED.read(FILE, dict[str, object])
    data["glued_scales"] = ["bn"]
    doc = parse("They sold 3mn boats.").doc
    assert not any(
        AmountReader.load(Replaced(file=FILE, data=data)).may_start(t) for t in doc if t.tag_ != "CD"
    )


def test_words_are_in_lower_case_and_every_list_holds_some() -> None:
    words = READER.words
    for name in words.__struct_fields__:
        assert getattr(words, name), name
    for group in (words.openers, words.some_of, words.links, words.plurals, words.weighing, words.or_more):
        assert all(word == word.lower() for word in group)
