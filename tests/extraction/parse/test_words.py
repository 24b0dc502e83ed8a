"""Words answer what tokens answer."""

from __future__ import annotations

import pytest

from accord.extraction.parse.pipeline import Parser
from accord.extraction.parse.words import words_of

TEXTS = (
    "The driver, a nurse from Lund, hasn’t been found. “Nobody knows,” said Ana Ruiz.",
    "Two firms bought Orvex and sold the plant, which employs 300 people, to cut costs.",
    "  \n\nA heading\n\nIt fell.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_attribute_is_that_of_the_token(parser: Parser, text: str) -> None:
    doc = parser.parse(text)
    words = words_of(doc)
    assert len(words) == len(doc)
    for word, token in zip(words, doc, strict=True):
        for name in ("i", "idx", "text", "lower_", "tag_", "pos_", "dep_", "lemma_"):
            assert getattr(word, name) == getattr(token, name), name
        assert len(word) == len(token)
        assert word.head.i == token.head.i
        assert [child.i for child in word.children] == [child.i for child in token.children]
        assert (word.left_edge.i, word.right_edge.i) == (token.left_edge.i, token.right_edge.i)
        assert (word.sent.start, word.sent.root.i) == (token.sent.start, token.sent.root.i)
        assert word.doc[word.i] is word
        if word.i:
            assert word.nbor(-1) is words[word.i - 1]


def test_nothing_has_no_words(parser: Parser) -> None:
    assert len(words_of(parser.parse(""))) == 0
