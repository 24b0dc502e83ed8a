"""Which actors a noun phrase names: itself, its owner, its neighbours, or who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.events.arguments.named_actors import PhraseActors
from accord.extraction.parse.grammar import Grammar
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention, Entity

STATES = {"Peru": "PER", "Peruvian": "PER", "Chile": "CHL", "Chilean": "CHL"}


def actors(parsed: Parsed, noun: str) -> list[str]:
    """The actors that a noun of a text names, where its states are known."""
    mentions = tuple(
        ActorMention(t.idx, t.idx + len(t), t.text, STATES[t.text], STATES[t.text])
        for t in parsed.doc
        if t.text in STATES
    )
    entities = tuple(Entity(code, code, "state", code) for code in dict.fromkeys(STATES.values()))
    token = next(t for t in parsed.doc if t.text == noun)
    return [m.actor for m in PhraseActors(Cast(entities, mentions), Grammar.load()).mentions(token)]


@pytest.mark.parametrize(
    ("text", "noun", "named"),
    [
        ("Peru protested.", "Peru", ["PER"]),
        ("Peru and Chile met.", "Peru", ["PER", "CHL"]),
        ("Peruvian troops left.", "troops", ["PER"]),
        ("Leaders of Chile met.", "Leaders", ["CHL"]),
        ("Peru said it would help.", "it", ["PER"]),
        ("Peru, which left, is silent.", "which", ["PER"]),
        ("The weather was fine in Peru.", "weather", []),
    ],
)
def test_whom_a_noun_names(parse: Callable[..., Parsed], text: str, noun: str, named: list[str]) -> None:
    assert actors(parse(text), noun) == named
