"""Whether two values that differ are of one thing: what speaks for it and what against."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.compare.time import Span
from accord.reconciliation.values.same_referent import (
    ContextLikeness,
    Judge,
    sign_names,
    signs,
)
from accord.reconciliation.values.value_compatibility import (
    GivenValues,
    ValuesBeside,
    comparable,
    compare,
    told_of_two_days,
    values_beside,
)
from accord.reconciliation.values.value_mentions import (
    CountedThing,
    MentionContext,
    MentionPlace,
    ToldValue,
    ValueMention,
)
from vocabularies import Replaced

ALONE = ValuesBeside(0, 0)
SAME = ContextLikeness(0.9, 0.8, ALONE)


def mention(report: str, number: float, **changes: object) -> ValueMention:
    words = {"guests": 1.0, "harbour": 0.7}
    made = ValueMention(
        place=MentionPlace(report, 0, 0),
        told=ToldValue("quantity guest", Range(number, number, "guest"), f"{number} guests"),
        context=MentionContext(
            around=words, telling=words, next_to=frozenset(words), names=frozenset({"karst", "orlo"})
        ),
        counted=CountedThing(counts=True),
    )
    return changed(made, **changes)


def changed(old: ValueMention, **changes: object) -> ValueMention:
    """The mention with other fields in whichever of its parts has them."""
    for part in ("place", "told", "context", "counted", "acts"):
        known = getattr(old, part)
        mine = {name: value for name, value in changes.items() if name in known.__struct_fields__}
        old = replace(old, **{part: replace(known, **mine)})
    return old


ONE, OTHER = mention("a", 40), mention("b", 60)
KNOWN = GivenValues([ONE, OTHER])


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge.load()


def is_one(
    judge: Judge,
    one: ValueMention,
    other: ValueMention,
    place: ContextLikeness = SAME,
    known: GivenValues = KNOWN,
) -> bool:
    return judge.is_sure(judge.likelihood(signs(one, other, place, known)))


def test_like_places_in_like_sentences_are_of_one_thing(judge: Judge) -> None:
    assert is_one(judge, ONE, OTHER)


def test_unlike_places_are_not(judge: Judge) -> None:
    assert not is_one(judge, ONE, OTHER, ContextLikeness(0.2, 0.15, ALONE, 0.3))


def test_sentences_that_differ_in_several_values_tell_of_two_things(judge: Judge) -> None:
    place = ContextLikeness(0.5, 0.3, ALONE)
    assert judge.likelihood(signs(ONE, OTHER, place, KNOWN)) > judge.likelihood(
        signs(ONE, OTHER, replace(place, beside=ValuesBeside(0, 2)), KNOWN)
    )


def test_the_further_apart_two_figures_are_the_less_are_they_of_one_thing(judge: Judge) -> None:
    near, far = (signs(ONE, mention("b", number), SAME, KNOWN) for number in (60, 6000))
    assert judge.likelihood(near) > judge.likelihood(far)


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


SHARES = st.floats(0, 1)


@given(SHARES, SHARES, st.integers(0, 3), st.integers(0, 3))
def test_it_is_the_same_either_way_round(near: float, like: float, agreeing: int, clashing: int) -> None:
    place = ContextLikeness(near, like, ValuesBeside(agreeing, clashing))
    assert signs(ONE, OTHER, place, KNOWN) == signs(OTHER, ONE, place, KNOWN)
    assert comparable(ONE, OTHER, like) == comparable(OTHER, ONE, like)


@given(SHARES, SHARES, SHARES)
def test_more_likeness_never_speaks_against_it(judge: Judge, near: float, like: float, more: float) -> None:
    if is_one(judge, ONE, OTHER, ContextLikeness(near, like, ALONE)):
        assert is_one(judge, ONE, OTHER, ContextLikeness(max(near, more), like, ALONE))
        assert is_one(judge, ONE, OTHER, ContextLikeness(near, max(like, more), ALONE))


@pytest.mark.parametrize(
    ("threshold", "weights", "fault"),
    [(0.5, {"colour": 1.0}, "no sign 'colour'"), (1.5, {}, "between 0 and 1")],
)
def test_weights_are_checked(threshold: float, weights: dict[str, float], fault: str) -> None:
    broken = Judge("", threshold, 0.0, weights)
    with pytest.raises(VocabularyError, match=fault):
        Judge.load(Replaced(file="models/sameness.json", data=broken))


def test_every_sign_has_a_name() -> None:
    assert {"near", "like", "clashing"} <= sign_names()
