"""Which sentences tell, and what weighs in them."""

from __future__ import annotations

import pytest

from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.facts.telling import term_vectors, told_sentences
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder, story

WORDS = FactWords.load()
LOSS = "The ferry Orlo sank off Karst with 3100 sheep aboard."
PRICE = "Tickets cost nine crowns apiece."


def told(builder: ReadingBuilder) -> list[str]:
    return [each.text for each in told_sentences(Sources(story(builder).readings), WORDS)]


def test_what_stands_in_brackets_as_a_whole_tells_nothing() -> None:
    assert told(ReadingBuilder("a", f"(Photo by harbour master Karst)\n{PRICE}")) == [PRICE]


@pytest.mark.parametrize("caption", ["In this file photo sheep board a ferry.", "Sheep at Karst (Getty)"])
def test_captions_tell_nothing(caption: str) -> None:
    assert told(ReadingBuilder("a", f"{caption}\n{PRICE}")) == [PRICE]


def test_headlines_tell_nothing_that_the_text_does_not() -> None:
    report = ReadingBuilder("a", f"Ferry Orlo sinks off Karst\n{LOSS}", title="Ferry Orlo sinks off Karst")
    assert told(report) == [LOSS]


def test_rare_terms_and_numbers_weigh_most_and_vectors_have_unit_length() -> None:
    sources = Sources(story(ReadingBuilder("a", f"{LOSS} Ferry tickets cost nine crowns apiece.")).readings)
    sentences = told_sentences(sources, WORDS)
    vectors, weights = term_vectors(sentences)
    assert weights["3100"] > weights["karst"] > weights["ferry"]
    for vector in vectors:
        assert sum(weight * weight for weight in vector.values()) == pytest.approx(1)
