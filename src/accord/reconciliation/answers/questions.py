"""Answers of a story put together where they answer one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.disjoint_sets import Union
from accord.grouping.average_link import average_link
from accord.grouping.meaning.encoder import Encoding
from accord.reconciliation.answers.answer import Answer, AnswerReader
from accord.reconciliation.answers.answer_judge import AnswerJudge
from accord.reconciliation.answers.measures import Measures
from accord.reconciliation.answers.signs import AnswerPair, StoryAnswers
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.likelihood import SURE
from accord.reconciliation.passages import Passages
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.value_mentions import ValueMention
from accord.reconciliation.values.value_words import ValueWords
from accord.vocabulary import PACKAGED, Vocabulary

# Equal values are of one thing where that is as likely as this, or where the acts are akin.
_ALIKE = 0.3
# Whatever stands around them, two figures that are equal and no less than this are rarely of two things.
_RARE = 13


class Question(Struct, frozen=True):
    """Answers to one question, what they measure, and how sure it is that two of them that differ are of it.

    `sure` lies between 0 and 1.
    """

    measure: str
    answers: tuple[Answer, ...]
    sure: float

    def value(self, answer: Answer) -> Range:
        """The range of an answer in the unit that all of them are compared in."""
        return answer.scales[self.measure]


class Questioner(Struct, frozen=True):
    """Finds the questions that values answer; `encoding` gives the meaning of what is around them."""

    reader: AnswerReader
    judge: AnswerJudge
    encoding: Encoding | None = None

    @classmethod
    def load(
        cls, words: ValueWords, vocabulary: Vocabulary = PACKAGED, encoding: Encoding | None = None
    ) -> Questioner:
        """Read units and weights.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(AnswerReader(Measures.load(vocabulary), words), AnswerJudge.load(vocabulary), encoding)

    def questions(
        self, mentions: Sequence[ValueMention], sources: Sources, passages: Passages
    ) -> Iterator[Question]:
        """The questions that are answered otherwise by two answers; none without the meaning of words."""
        answers = self.reader.read(mentions, sources) if self.encoding is not None else []
        if not answers or self.encoding is None:
            return
        pairs = StoryAnswers(answers, sources, passages, self.encoding).pairs()
        likely = self.judge.likelihoods(pairs)
        told = _told_alike(answers, pairs, likely)
        number = {each: at for at, held in enumerate(told) for each in held}
        between: dict[tuple[int, int], int] = {}
        for (one, other), sure in likely.items():
            ends = sorted((number[one], number[other]))
            if ends[0] != ends[1]:
                key = ends[0], ends[1]
                between[key] = max(between.get(key, 0), sure)
        for group in average_link(len(told), between, self.judge.link * SURE):
            if len(group) > 1:
                held = sorted(each for at in group for each in told[at])
                sure = max(
                    between.get((one, other), 0) for at, one in enumerate(group) for other in group[at:]
                )
                yield from _question([answers[each] for each in held], sure / SURE)


def _told_alike(
    answers: Sequence[Answer], pairs: Sequence[AnswerPair], likely: Mapping[tuple[int, int], int]
) -> list[list[int]]:
    """The answers by number, those together that give one value of what may be one thing."""
    union = Union(len(answers))
    for pair in pairs:
        one, other = answers[pair.one], answers[pair.other]
        alike = _akin(one, other) or likely.get((pair.one, pair.other), 0) >= _ALIKE * SURE
        if alike and one.scales[pair.measure] == other.scales[pair.measure]:
            union.join(pair.one, pair.other)
    given: dict[tuple[str, str, Range], list[int]] = defaultdict(list)
    for number, answer in enumerate(answers):
        for measure, value in answer.scales.items():
            if (value.low or value.high or 0.0) >= _RARE:
                given[measure, answer.noun, value].append(number)
    for held in given.values():
        for at, number in enumerate(held):
            for other_number in held[at + 1 :]:
                if _akin(answers[number], answers[other_number]):
                    union.join(number, other_number)
    return [list(held) for held in union.sets()]


def _akin(one: Answer, other: Answer) -> bool:
    return one.noun == other.noun and bool(one.families & other.families)


def _question(held: Sequence[Answer], sure: float) -> Iterator[Question]:
    measures = sorted(set.intersection(*(set(answer.scales) for answer in held)))
    if measures and len({answer.scales[measures[0]] for answer in held}) > 1:
        yield Question(measures[0], tuple(held), sure)
