"""Which pairs of answers are looked at, and by which signs."""

from __future__ import annotations

import pytest

from accord.grouping.meaning.encoder import SentenceEncoder
from accord.grouping.meaning.sentence_meaning import SentenceMeaning
from accord.reconciliation.answers.answer import AnswerReader
from accord.reconciliation.answers.measures import Measures
from accord.reconciliation.answers.signs import SIGNS, StoryAnswers, far, point
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.value_reader import ValueReader
from accord.reconciliation.values.value_words import ValueWords
from readings import ReadingBuilder

WORDS = ValueWords.load()


def looked_at(encoder: SentenceEncoder, *builders: ReadingBuilder) -> list[tuple[str, str, dict[str, float]]]:
    sources = Sources([builder.build() for builder in builders])
    passages = align(sources)
    mentions, _ = ValueReader(sources, {}, WORDS).read_all(passages)
    answers = AnswerReader(Measures.load(), WORDS).read(mentions, sources)
    pairs = StoryAnswers(answers, sources, passages, SentenceMeaning(lambda: encoder)).pairs()
    return [
        (answers[pair.one].text, answers[pair.other].text, dict(zip(SIGNS, pair.signs, strict=True)))
        for pair in pairs
    ]


def bell(id: str, text: str, *weights: int) -> ReadingBuilder:
    builder = ReadingBuilder(id, text)
    for weight in weights:
        builder.quantity(f"{weight} kilograms", weight, weight, "kilogram")
    return builder


def test_a_pair_is_of_one_measure_and_of_two_sentences(sentences: SentenceEncoder) -> None:
    one = bell("a", "The stolen bell weighs 800 kilograms.", 800)
    other = bell(
        "b", "The bell, which thieves took, weighs 500 kilograms and its frame 90 kilograms.", 500, 90
    )
    other.quantity("thieves", 2, 2, "thief")
    found = looked_at(sentences, one, other)
    assert {(a, b) for a, b, _ in found} == {
        ("800 kilograms", "500 kilograms"),
        ("800 kilograms", "90 kilograms"),
    }


def test_signs_tell_of_crowds_and_of_values_given_by_both(sentences: SentenceEncoder) -> None:
    one = bell("a", "The stolen bell weighs 800 kilograms.", 800)
    other = bell("b", "The bell weighs 500 kilograms and its frame 800 kilograms.", 500, 800)
    signs = {b: signs for _, b, signs in looked_at(sentences, one, other)}
    assert signs["500 kilograms"]["crowded"] == 1.0
    assert signs["500 kilograms"]["other also given"] == 1.0
    assert signs["800 kilograms"]["other also given"] == 0.0


@pytest.mark.parametrize(
    ("one", "other", "doublings"), [(10.0, 20.0, 1.0), (10.0, 10.0, 0.0), (0.0, 8.0, 5.0)]
)
def test_how_far_apart_two_figures_are_is_told_in_doublings(
    one: float, other: float, doublings: float
) -> None:
    assert far(Range(one, one, None), Range(other, other, None), "count") == doublings


@pytest.mark.parametrize(("low", "high", "told"), [(4.0, 6.0, 5.0), (4.0, None, 4.0), (None, 6.0, 6.0)])
def test_a_range_is_told_by_its_middle_or_its_only_end(
    low: float | None, high: float | None, told: float
) -> None:
    assert point(Range(low, high, None)) == told
