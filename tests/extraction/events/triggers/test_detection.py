"""Which words of a sentence trigger an event, and which only lead up to one or rank its doer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.finder import EventFinder
from accord.extraction.events.triggers.detection import ranked, restated, toward
from accord.extraction.parse.parsed import Parsed

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru expelled two diplomats.", ["expelled"]),
        ("Peru cut off relations with Chile.", ["cut"]),
        ("The expulsion of two diplomats angered Peru.", ["expulsion", "angered"]),
        ("The weather was fine.", []),
    ],
)
def test_which_words_trigger(parse: Parse, finder: EventFinder, text: str, words: list[str]) -> None:
    (span,) = parse(text).spans
    found = [t.token.text for t in finder.triggers.find(span)]
    assert [word for word in found if word in words] == words
    assert len(found) >= len(words) if words else not found


def test_a_prefix_that_stands_apart_belongs_to_its_verb(parse: Parse, finder: EventFinder) -> None:
    (span,) = parse("Peru re-opened its embassy in Chile.").spans
    (trigger,) = finder.triggers.find(span)
    assert trigger.sense.act is not None
    assert trigger.sense.act.id == "reopen-mission"


def test_a_light_verb_carries_the_noun(parse: Parse, finder: EventFinder) -> None:
    (span,) = parse("Peru granted recognition to Kosovo.").spans
    trigger = next(t for t in finder.triggers.find(span) if t.token.text == "recognition")
    assert trigger.site.verb.text == "granted"


def test_steps_lead_up_to_what_is_friendly_only(parse: Parse, finder: EventFinder) -> None:
    codings = finder.coder.codings
    for text, leads in (
        ("Peru took steps to resume diplomatic relations with Chile.", True),
        ("Peru took steps to sever diplomatic relations with Chile.", False),
        ("Peru resumed diplomatic relations with Chile.", False),
    ):
        (span,) = parse(text).spans
        found = [t for t in finder.triggers.find(span) if t.sense.act is not None]
        assert any(toward(trigger, codings) is not None for trigger in found) is leads


def test_a_word_that_ranks_the_doer_tells_no_second_act(parse: Parse, finder: EventFinder) -> None:
    (span,) = parse("Peru visited Chile, becoming the first country to visit it.").spans
    found = tuple(finder.triggers.find(span))
    nouns = ranked(found)
    assert [noun.text for noun in nouns.values()] == ["country"]
    assert [t.token.text for t in found if restated(t, nouns)] == ["visit"]
