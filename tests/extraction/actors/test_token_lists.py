"""The words of a report as lists: names across line ends, and sentences that are headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.token_lists import TokenLists, stretches
from accord.extraction.parse.parsed import Parsed


@pytest.mark.parametrize(
    "headline",
    [
        "Peru Recognises Kosovo, Paving Way for Trade Talks",
        "PERU RECOGNISES KOSOVO, PAVING WAY FOR TRADE TALKS",
        "Peru recognises Kosovo, paving way for trade talks",
    ],
)
def test_headlines_in_every_casing(cast: Callable[[str], Cast], headline: str) -> None:
    assert [m.actor for m in cast(headline).mentions] == ["PER", "XKX"]


WRAPPED = """\
After two weeks of talks in the capital the treaty was signed by South
Korea and, in the presence of many of its neighbours, by Deputy Foreign
Minister Ana Quispe of Peru, who said that her government would ratify
the text before the end of the year and would publish every annexe.
"""


def test_names_run_across_the_ends_of_wrapped_lines(cast: Callable[[str], Cast]) -> None:
    found = cast(WRAPPED)
    assert {"KOR", "ana-quispe"} <= {m.actor for m in found.mentions}
    assert "South\nKorea" in {m.text for m in found.mentions}
    assert found.by_id["ana-quispe"].role == "deputy foreign minister"


def test_white_space_is_no_word_and_names_are_told_on_one_line(parse: Callable[..., Parsed]) -> None:
    parsed = parse("The talks with South\n  Korea and Peru\u2019s envoy ended.")
    words = TokenLists.of(parsed)
    start = words.texts.index("South")
    assert words.texts[start + 1] == "Korea"
    assert words.name(start, start + 2) == "South Korea"
    assert words.root(start, start + 2).text == "Korea"
    assert "'s" in words.lowers
    assert words.index_of(words.tokens[start + 1].i) == start + 1


def test_capitals_make_a_headline_where_no_full_stop_ends_them(parse: Callable[..., Parsed]) -> None:
    def shape(text: str) -> list[tuple[bool, bool]]:
        parsed = parse(text)
        return [(s.headline, s.shouted) for s in stretches(parsed, TokenLists.of(parsed))]

    assert shape("Peru Recognises Kosovo Before Trade Talks") == [(True, False)]
    assert shape("PERU RECOGNISES KOSOVO BEFORE TRADE TALKS") == [(True, True)]
    assert shape("Peru has recognised Kosovo before the talks on trade.") == [(False, False)]
