"""Names are looked up by their words, as the parser splits them."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.actors.gazetteer import Gazetteer, words_of


@pytest.fixture(scope="module")
def lexicon() -> Gazetteer:
    return Gazetteer.load()


def test_every_name_is_split_as_the_parser_splits_it(lexicon: Gazetteer) -> None:
    tokenizer = spacy.blank("en").tokenizer
    names = [name for name in lexicon.forms() if not (name.islower() and name.endswith("."))]
    differing = {
        name: words_of(name)
        for name in names
        if tuple(token.text for token in tokenizer(name)) != words_of(name)
    }
    assert differing == {}


@pytest.mark.parametrize(
    ("words", "length", "identifier"),
    [
        (["South", "Korea", "said"], 2, "KOR"),
        (["South", "Sudan"], 2, "SSD"),
        (["the", "West", "said"], 2, "west"),
        (["UK"], 1, "GBR"),
        (["PERU"], 1, "PER"),
        (["ISIS", "-", "K"], 3, "iskp"),
        (["People's".removesuffix("'s"), "'s", "Republic", "of", "China"], 5, "CHN"),
    ],
)
def test_the_longest_name_wins(lexicon: Gazetteer, words: list[str], length: int, identifier: str) -> None:
    found = lexicon.match(words, [w.lower() for w in words], 0, len(words))
    assert found is not None
    assert (found[0], found[1][0].id) == (length, identifier)


@pytest.mark.parametrize("words", [["us"], ["turkey"], ["Us"], ["the", "West", "Bank"], ["unheard"]])
def test_what_is_no_name(lexicon: Gazetteer, words: list[str]) -> None:
    assert lexicon.match(words, [w.lower() for w in words], 0, len(words)) is None


@given(st.text(max_size=40))
def test_splitting_loses_nothing_but_space(name: str) -> None:
    assert "".join(words_of(name)) == "".join(name.split())
