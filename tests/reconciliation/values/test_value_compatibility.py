"""Which values can be of one thing, what stands beside them, and what else reports give."""

from __future__ import annotations

from datetime import date

import pytest

from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.compare.time import Span
from accord.reconciliation.values.value_compatibility import (
    GivenValues,
    ValuesBeside,
    comparable,
    compare,
    told_of_two_days,
    values_beside,
)
from accord.reconciliation.values.value_mentions import ValueMention
from mentions import changed, mention

ONE, OTHER = mention("a", 40), mention("b", 60)
KNOWN = GivenValues([ONE, OTHER])


@pytest.mark.parametrize(
    "other",
    [
        changed(OTHER, names=frozenset({"vance"})),
        changed(OTHER, apart=frozenset({"other"})),
        changed(OTHER, kind="quantity percent", counts=False),
        changed(OTHER, kind="time", value=Span(weekday=1), counts=False),
    ],
)
def test_what_cannot_be_of_one_thing(other: ValueMention) -> None:
    assert comparable(ONE, OTHER, 0.5)
    assert not comparable(ONE, other, 0.5)


def test_what_is_counted_may_go_by_two_words() -> None:
    people = frozenset({"people"})
    one = changed(ONE, classes=people)
    other = mention("b", 60, kind="quantity visitor", value=Range(60, 60, "visitor"), classes=people)
    assert comparable(one, other, 0.5)
    assert not comparable(one, changed(other, kind="quantity boat", classes=frozenset({"boats"})), 0.5)
    assert compare(one, other) == "contradicts"
    assert compare(one, changed(other, value=Range(40, 40, "visitor"))) == "agrees"


def test_what_figures_stand_before_may_go_by_two_words_of_one_class() -> None:
    people = frozenset({"people"})
    one = changed(ONE, modifies="widow", classes=people)
    assert comparable(one, changed(OTHER, modifies="tenant", classes=people), 0.5)
    assert not comparable(one, changed(OTHER, modifies="bridge"), 0.5)


def test_figures_of_two_days_may_both_be_right() -> None:
    monday, tuesday = (
        mention(report, 0, kind="time", value=Span(weekday=day), counts=False)
        for report, day in (("a", 1), ("b", 2))
    )
    beside = values_beside(ONE, OTHER, [ONE, monday], [OTHER, tuesday])
    assert beside.dated_apart
    assert told_of_two_days(beside, 0.3)
    assert not told_of_two_days(beside, 0.9)


def test_figures_printed_weeks_apart_may_both_have_been_right() -> None:
    first, later = (changed(each, printed=date(2031, 5, day)) for each, day in ((ONE, 1), (OTHER, 9)))
    assert not comparable(first, later, 0.5)
    assert comparable(first, later, 0.9)
    assert comparable(first, changed(later, printed=date(2031, 5, 4)), 0.5)


def test_the_same_words_in_reports_of_two_days_are_no_contradiction() -> None:
    third, tenth = (
        mention(report, 0, kind="time", value=Span("2031", "05", day, None, *(date(2031, 5, int(day)),) * 2))
        for report, day in (("a", "03"), ("b", "10"))
    )
    saturday = changed(third, as_of_print="saturday")
    assert compare(third, tenth) == "contradicts"
    assert compare(saturday, changed(tenth, as_of_print="saturday")) == "cannot tell"
    assert compare(saturday, changed(tenth, as_of_print="sunday")) == "contradicts"
    assert compare(saturday, changed(saturday, report="b")) == "agrees"


def test_what_reports_give_is_known() -> None:
    both = mention("b", 40)
    known = GivenValues([ONE, OTHER, both, mention("c", 40), mention("c", 60)])
    assert known.both_given(ONE, OTHER)
    assert known.thirds(ONE, OTHER) == 1
    assert not KNOWN.both_given(ONE, OTHER)


def test_a_headline_and_its_own_text_may_give_two_figures() -> None:
    text = mention("a", 60, sentence=3)
    assert not GivenValues([ONE, text]).both_given(ONE, text)


def test_company_counts_what_agrees_and_what_clashes() -> None:
    days = [mention("a", 3, kind="quantity day"), mention("b", 3, kind="quantity day")]
    ships = [mention("a", 5, kind="quantity ship"), mention("b", 9, kind="quantity ship")]
    assert values_beside(ONE, OTHER, [ONE, days[0]], [OTHER, days[1]]) == ValuesBeside(1, 0)
    assert values_beside(ONE, OTHER, [ONE, ships[0]], [OTHER, ships[1]]) == ValuesBeside(0, 1)
    assert values_beside(ONE, OTHER, [ONE], [OTHER]) == ValuesBeside(0, 0)
