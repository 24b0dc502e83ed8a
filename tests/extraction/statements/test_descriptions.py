"""What persons are called beside their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.descriptions import Described
from accord.extraction.statements.genders import GenderWords
from accord.extraction.statements.mentions import Mentions


def _described(parse: Callable[..., Parsed], text: str) -> tuple[TokenTree, Described]:
    tree = TokenTree.of(parse(text).doc)
    return tree, Described.of(tree, Mentions.of(tree, Cast((), ())), GenderWords.load())


@pytest.mark.parametrize(
    "text",
    [
        "Singer Ana Ruiz spoke.",
        "Ana Ruiz, a singer, spoke.",
        "The singer, Ana Ruiz, spoke.",
        "Ana Ruiz is a singer.",
        "Ana Ruiz, the singer from the valley, said it rained.",
    ],
)
def test_a_noun_beside_a_name(parse: Callable[..., Parsed], text: str) -> None:
    tree, found = _described(parse, text)
    name = found.named("singer", len(tree))
    assert name is not None
    assert tree.lower[name] == "ruiz"
    assert found.named("pilot", len(tree)) is None


def test_of_two_singers_the_last_before(parse: Callable[..., Parsed]) -> None:
    tree, found = _described(parse, "Singer Ana Ruiz sang. Singer Ilir Marku slept. It rained.")
    rain = tree.lower.index("rained")
    assert tree.lower[found.named("singer", rain) or 0] == "marku"
    assert tree.lower[found.named("singer", 4) or 0] == "ruiz"
    assert found.named("singer", 0) is None


def test_a_name_is_taken_up_where_it_stood_last(parse: Callable[..., Parsed]) -> None:
    tree, found = _described(parse, "Singer Ana Ruiz sang. Then Ana Ruiz slept.")
    name = found.named("singer", len(tree))
    assert name is not None
    assert found.last_named(name, len(tree)) == tree.lower.index("slept") - 1
