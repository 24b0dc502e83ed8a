"""Whether what a pattern asks for holds at a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.triggers.detection import TriggerFinder
from accord.extraction.events.triggers.event_lexicon import EventLexicon
from accord.extraction.parse.parsed import Parsed
from vocabularies import Replaced

FILE = "en/events/event_phrases.json"


@pytest.mark.parametrize(
    ("pattern", "text", "holds"),
    [
        ({"object": "*"}, "Peru tickled Chile.", True),
        ({"object": "*"}, "Peru tickled.", False),
        ({"object": "@name"}, "Peru tickled Chile.", True),
        ({"object": "@name"}, "Peru tickled the envoy.", False),
        ({"object": "envoy"}, "Peru tickled the envoy.", True),
        ({"object": "envoy"}, "Peru saw the envoy and tickled him.", False),
        ({"prep": "with:feather"}, "Peru tickled Chile with a feather.", True),
        ({"prep": "with:feather"}, "Peru tickled Chile with a spoon.", False),
        ({"phrase": "at noon"}, "Peru tickled Chile at noon.", True),
        ({"unless": "at noon"}, "Peru tickled Chile at noon.", False),
        ({"who": "minister"}, "Minister Ruiz tickled Chile.", True),
        ({"who": "minister"}, "Peru tickled Chile.", False),
        ({"negated": True}, "Peru never tickled Chile.", True),
        ({"negated": True}, "Peru tickled Chile.", False),
        ({"bare": True}, "Peru tickled.", True),
        ({"bare": True}, "Peru tickled Chile.", False),
    ],
)
def test_what_a_pattern_asks_for(
    parse: Callable[..., Parsed],
    triggers: TriggerFinder,
    pattern: dict[str, object],
    text: str,
    holds: bool,
) -> None:
    entry = {"words": "tickle", "type": "COERCE", **pattern}
    lexicon = EventLexicon.load(Replaced(file=FILE, data=[entry]))
    finder = TriggerFinder(lexicon, triggers.words, triggers.grammar)
    found = [t.token.lemma_ for span in parse(text).spans for t in finder.find(span)]
    assert ("tickle" in found) is holds


def test_the_pattern_that_asks_for_most_wins(parse: Callable[..., Parsed], triggers: TriggerFinder) -> None:
    entries = [
        {"words": "tickle", "type": "COERCE"},
        {"words": "tickle", "type": "AID", "object": "envoy", "prep": "with:feather"},
        {"words": "tickle", "type": "SUPPORT", "object": "envoy"},
    ]
    lexicon = EventLexicon.load(Replaced(file=FILE, data=entries))
    (span,) = parse("Peru tickled the envoy with a feather.").spans
    (found,) = TriggerFinder(lexicon, triggers.words, triggers.grammar).find(span)
    assert [sense.type.name for sense in (found.sense, *found.others)] == ["AID", "SUPPORT", "COERCE"]
