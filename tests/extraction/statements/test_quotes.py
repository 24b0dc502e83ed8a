"""How quotations stand in their sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.quotation_marks import find_quotations
from accord.extraction.statements.quotes import (
    Quotes,
    is_introduced,
    is_sentence,
    opens_sentence,
    stands_alone,
)


@pytest.mark.parametrize(
    ("text", "opens", "sentence", "alone", "introduced"),
    [
        ("It rained. “The road is closed.”", True, True, True, False),
        ("“The road is closed,” she said.", True, True, False, False),
        ("Asked why, “The road is closed,” she said.", False, True, False, True),
        ("She called it “a closed road.”", False, False, False, False),
        ("She read: “The road is closed.”", True, True, True, False),
        ("She sighed. “I told him: ‘The road is closed.’”", True, True, True, False),
    ],
)
def test_how_a_quotation_stands(
    parse: Callable[..., Parsed], text: str, opens: bool, sentence: bool, alone: bool, introduced: bool
) -> None:
    tree = TokenTree.of(parse(text).doc)
    quotes = Quotes.of(tree, find_quotations(text))
    (first, _), *_ = quotes.ranges
    assert opens_sentence(tree, quotes, first) == opens
    assert is_sentence(tree, quotes, 0) == sentence
    assert stands_alone(tree, quotes, 0) == alone
    assert is_introduced(tree, quotes, 0) == introduced


def test_only_outer_quotations_count(parse: Callable[..., Parsed]) -> None:
    text = "“I told him: ‘The road is closed.’”"
    tree = TokenTree.of(parse(text).doc)
    quotes = Quotes.of(tree, find_quotations(text))
    assert len(quotes.ranges) == 1
    assert set(quotes.inside) == {0}
