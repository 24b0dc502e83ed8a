"""How two answers to one question stand to each other: the same, further told, or against each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from accord.reconciliation.answers.answer import CLOCK, DAY, Answer
from accord.reconciliation.answers.measures import COUNT, Bound, Measures
from accord.reconciliation.answers.questions import Question
from accord.reconciliation.compare.quantity import Range
from accord.records import Comparison

# Figures of one unit may differ in how they were rounded, those of two in how they were converted.
_ROUNDED = 0.005
_CONVERTED = 0.05
# About when: so many minutes either way.
_AROUND = 5.0
# What happens in a night, or elsewhere on the globe, is of either day.
_A_NIGHT = 1.0
_WEEK = timedelta(days=7)


class AnswerValue(Struct, frozen=True):
    """What an answer tells: its range, the number it is told by, the side of it that it lies on, its unit."""

    told: Range
    point: float
    bound: Bound
    unit: str

    @classmethod
    def of(cls, answer: Answer, measure: str, measures: Measures) -> AnswerValue:
        """The value of an answer in the unit that answers of `measure` are compared in."""
        told = answer.scales[measure]
        bound = measures.bound(answer.text) if measure not in (DAY, CLOCK) else "at"
        value = answer.mention.told.value
        unit = value.unit or "" if isinstance(value, Range) else ""
        return cls(told, _point(told, bound), bound, "" if measure in (COUNT, DAY, CLOCK) else unit)


def _point(told: Range, bound: Bound) -> float:
    if told.low is None or told.high is None:
        return told.low or told.high or 0.0
    if bound != "at":
        return told.high if bound == "below" else told.low
    return (told.low + told.high) / 2


def compare(one: AnswerValue, other: AnswerValue) -> Comparison:
    """Compare two values of one measure; symmetric."""
    if one.told.unit in (DAY, CLOCK):
        return _compare_times(one.told, other.told)
    share = _ROUNDED if one.unit == other.unit else _CONVERTED
    if abs(one.point - other.point) <= share * max(abs(one.point), abs(other.point)):
        return "agrees" if one.bound == other.bound or one.unit != other.unit else "differs in scope"
    return "contradicts" if _apart(one.told, other.told, share) else "differs in scope"


def _compare_times(one: Range, other: Range) -> Comparison:
    if one == other:
        return "agrees"
    slack = _AROUND if one.unit == CLOCK else _A_NIGHT
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return "cannot tell"
    if one.high + slack < other.low or other.high + slack < one.low:
        return "contradicts"
    return "cannot tell" if one.high < other.low or other.high < one.low else "differs in scope"


def _apart(one: Range, other: Range, share: float) -> bool:
    return any(
        low.high is not None and high.low is not None and low.high < high.low - share * abs(high.low)
        for low, high in ((one, other), (other, one))
    )


def is_update(question: Question, measures: Measures) -> bool:
    """Each value was right when it was printed: a tally that never falls, or days ahead, told weeks apart.

    What one report alone tells in two ways is none.
    """
    told = _by_day(question, measures)
    if len({answer.mention.report for answer in question.answers}) < 2:
        return False
    if question.measure == DAY:
        return bool(told) and told[-1][0] - told[0][0] >= _WEEK and _all_ahead(question, told[0][0])
    if not _is_tally(question.answers, measures):
        return False
    most = [max(point for day, point in told if day == each) for each in sorted({day for day, _ in told})]
    return all(early <= late * (1 + _ROUNDED) for early, late in pairwise(most))


def _all_ahead(question: Question, day: date) -> bool:
    """All days lie ahead of the day that the first report was printed on."""
    ends = (question.value(answer).high for answer in question.answers)
    return all(end is not None and end >= day.toordinal() for end in ends)


def _by_day(question: Question, measures: Measures) -> list[tuple[date, float]]:
    """The numbers by the day that their reports were printed on."""
    return sorted(
        (printed, AnswerValue.of(answer, question.measure, measures).point)
        for answer in question.answers
        if (printed := answer.mention.place.printed) is not None
    )


def _is_tally(answers: Sequence[Answer], measures: Measures) -> bool:
    """Most of the answers count what mounts up."""
    counted = sum(
        answer.noun in measures.tallies.nouns or bool(answer.families & measures.tallies.acts)
        for answer in answers
    )
    return 2 * counted > len(answers)
