"""Which verb each quotation belongs to, by position."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.extraction.statements.direct_speech import QuotationTagger
from accord.extraction.statements.genders import GenderWords
from accord.extraction.statements.quotation_marks import find_quotations
from accord.extraction.statements.quotes import Quotes


@pytest.fixture(scope="module")
def lexicon() -> CueLexicon:
    return CueLexicon.load()


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("“The road is closed,” she said.", ["said"]),
        ("“The road is closed,” said the mayor of Harbour Hill.", ["said"]),
        ("He told the council: “The road is closed.”", ["told"]),
        ("The mayor said, “The road is closed.”", ["said"]),
        ("“The road is closed,” she said. “Nobody may pass.”", ["said", "said"]),
        ("They called it a “closed road”.", []),
        ("“The road is closed,” who said so is not known.", []),
        ("The “Night Owls” sang at the fair.", []),
    ],
)
def test_the_verb_of_each_quotation(
    parse: Callable[..., Parsed], lexicon: CueLexicon, text: str, verbs: list[str]
) -> None:
    tree = TokenTree.of(parse(text).doc)
    tags = QuotationTagger(tree, Quotes.of(tree, find_quotations(text)), lexicon, GenderWords.load()).tags()
    assert [tree.lower[tag.verb] for tag in tags] == verbs
