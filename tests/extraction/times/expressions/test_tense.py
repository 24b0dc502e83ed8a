"""What the clause that a time stands in says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.expressions.tense import Tense, Tenses

Asks = Callable[[str, str], tuple[Tenses, int, int]]


@pytest.fixture(scope="module")
def asks(parse: Callable[..., Parsed]) -> Asks:
    """`asks(text, words)`: the tenses of the text, and where the words lie."""
    words = TimeFinder.load().lexicon.words

    def at(text: str, named: str) -> tuple[Tenses, int, int]:
        start = text.index(named)
        return Tenses(parse(text).doc, words), start, start + len(named)

    return at


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoy left in May.", "past"),
        ("The envoy will leave in May.", "future"),
        ("The envoy is expected to leave in May.", "future"),
        ("The envoy has been away since May.", "past"),
    ],
)
def test_the_tense_of_a_clause(asks: Asks, text: str, tense: Tense) -> None:
    tenses, start, end = asks(text, "May")
    assert tenses.at(start, end, through_nouns=True) == tense


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("The fort had fallen in May.", True),
        ("The fort stood until May.", True),
        ("The fort fell in May.", False),
        ("The captain was tried in June and shot in May.", False),
    ],
)
def test_what_is_before_or_beyond_the_story(asks: Asks, text: str, background: bool) -> None:
    tenses, start, end = asks(text, "May")
    assert tenses.is_background(start, end) is background


@pytest.mark.parametrize(
    ("text", "foretold"),
    [
        ("The fair will open in May.", True),
        ("The fair might open in May.", False),
        ("It opened in May.", False),
    ],
)
def test_what_will_be(asks: Asks, text: str, foretold: bool) -> None:
    tenses, start, end = asks(text, "May")
    assert tenses.is_foretold(start, end) is foretold


def test_what_a_day_always_is(asks: Asks) -> None:
    tenses, start, end = asks("Monday is a day of washing.", "Monday")
    assert tenses.is_defined(start, end)
    tenses, start, end = asks("Monday is the last day of the fair.", "Monday")
    assert not tenses.is_defined(start, end)


def test_a_day_that_describes_the_noun_behind_it(asks: Asks) -> None:
    tenses, _, end = asks("They sang at a Monday service.", "Monday")
    assert tenses.is_described(end)
    tenses, _, end = asks("They sang on a Monday.", "Monday")
    assert not tenses.is_described(end)
