"""A fact is quoted by the sentence that stands alone, is read at a glance and is like the others."""

from __future__ import annotations

import pytest

from accord.reconciliation.facts.alignment import FactGroup
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.facts.quotation import FactQuoter
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder, story

QUOTER = FactQuoter(FactWords.load())


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The ferry sank off Karst.", True),
        ("She had left the port at dawn.", False),
        ("But the crew was saved.", False),
        ("“We heard a bang,” a cook said.", False),
        ("", False),
    ],
)
def test_a_sentence_that_takes_something_up_does_not_stand_alone(text: str, alone: bool) -> None:
    assert QUOTER.stands_alone(text) == alone


def test_the_clearest_is_quoted() -> None:
    texts = {
        "a": "It sank off Karst with all its sheep aboard on Monday.",
        "b": "Ferry sinks.",
        "c": "The ferry Orlo sank off Karst with 3100 sheep aboard.",
        "d": "The ferry Orlo sank off Karst, and the sheep with it, it is said.",
    }
    sources = Sources(story(*(ReadingBuilder(id, text) for id, text in texts.items())).readings)
    group = FactGroup(tuple(SentenceAt(id, 0) for id in "abcd"), (0.9, 0.8, 0.7, 0.6))
    assert QUOTER.clearest(group, sources) == SentenceAt("c", 0)


def test_a_sentence_that_says_of_whom_it_tells_is_clearer_than_one_that_does_not() -> None:
    texts = {
        "a": "Will be towed to the harbour of Karst by two tugs.",
        "b": "Tugs tow the Orlo to Karst.",
    }
    sources = Sources(story(*(ReadingBuilder(id, text) for id, text in texts.items())).readings)
    group = FactGroup((SentenceAt("a", 0), SentenceAt("b", 0)), (0.9, 0.8))
    assert QUOTER.clearest(group, sources) == SentenceAt("a", 0)
    assert QUOTER.clearest(group, sources, frozenset({SentenceAt("b", 0)})) == SentenceAt("b", 0)
