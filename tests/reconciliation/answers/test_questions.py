"""Answers put together where they answer one question."""

from __future__ import annotations

from accord.grouping.meaning.encoder import SentenceEncoder
from accord.grouping.meaning.sentence_meaning import SentenceMeaning
from accord.reconciliation.answers.questions import Question, Questioner
from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.value_reader import ValueReader
from accord.reconciliation.values.value_words import ValueWords
from readings import ReadingBuilder

WORDS = ValueWords.load()


def asked(encoder: SentenceEncoder | None, *builders: ReadingBuilder) -> list[Question]:
    sources = Sources([builder.build() for builder in builders])
    passages = align(sources)
    mentions, _ = ValueReader(sources, {}, WORDS).read_all(passages)
    meaning = None if encoder is None else SentenceMeaning(lambda: encoder)
    return list(Questioner.load(WORDS, encoding=meaning).questions(mentions, sources, passages))


def bell(id: str, text: str, weight: int) -> ReadingBuilder:
    builder = ReadingBuilder(id, text)
    builder.quantity(f"{weight} kilograms", weight, weight, "kilogram")
    return builder


STORY = (
    bell("a", "The stolen bell weighs 800 kilograms, the priest said.", 800),
    bell("b", "The bell, cast long ago, weighs 500 kilograms.", 500),
    bell("c", "The bell that was stolen weighs 800 kilograms.", 800),
)


def test_those_who_agree_stand_together_against_the_other(sentences: SentenceEncoder) -> None:
    (question,) = asked(sentences, *STORY)
    assert question.measure == "mass"
    assert [question.value(answer).low for answer in question.answers] == [800.0, 500.0, 800.0]
    assert 0 < question.sure <= 1


def test_what_all_answer_alike_is_no_question(sentences: SentenceEncoder) -> None:
    assert asked(sentences, STORY[0], STORY[2]) == []


def test_without_meaning_nothing_is_asked() -> None:
    assert asked(None, *STORY) == []
