"""How sure it is that two values answer one question."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.reconciliation.answers.answer_judge import AnswerJudge
from accord.reconciliation.answers.signs import SIGNS, AnswerPair
from accord.reconciliation.likelihood import SURE
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

FILE = "models/answers.json"


def packaged() -> dict[str, object]:
    return PACKAGED.read(FILE, dict[str, object])


def judge(base: float, **weights: float) -> AnswerJudge:
    return AnswerJudge("", 0.4, 0.5, 0.3, base, {name: weights.get(name, 0.0) for name in SIGNS})


def pair(one: int, other: int, **signs: float) -> AnswerPair:
    return AnswerPair(one, other, "count", tuple(signs.get(name, 0.0) for name in SIGNS))


def test_likelihood_rises_with_a_sign_that_speaks_for_it() -> None:
    found = judge(-2.0, near=4.0).likelihoods([pair(0, 1), pair(0, 2, near=0.5), pair(1, 2, near=1.0)])
    assert found[0, 2] == SURE / 2
    assert found[0, 1] < found[0, 2] < found[1, 2]


def test_what_is_surely_of_two_questions_is_left_out() -> None:
    assert judge(-1000.0).likelihoods([pair(0, 1)]) == {}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"weights": {"luck": 1.0}}, "weights must be of"),
        ({"link": 1.5}, "link must lie between 0 and 1"),
        ({"threshold": 0.9, "contradiction": 0.2}, "contradiction must lie between threshold and 1"),
    ],
)
def test_a_file_that_cannot_judge_is_refused(change: dict[str, object], told: str) -> None:
    with pytest.raises(VocabularyError, match=told):
        AnswerJudge.load(Replaced(file=FILE, data=packaged() | change))
