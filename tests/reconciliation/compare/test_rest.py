"""Actors, places, standing, scope and wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.compare import (
    actor,
    place,
    polarity,
    wording,
)
from accord.reconciliation.compare.actor import Party
from accord.reconciliation.compare.place import Spot
from accord.reconciliation.compare.polarity import Standing
from accord.reconciliation.compare.scope import ScopeWords
from accord.reconciliation.compare.wording import QuotationWords

QUOTATIONS = QuotationWords.load()
NORWAY, COURT, MINISTRY = Party("NOR"), Party("NOR/court", ("NOR",)), Party("NOR/ministry", ("NOR",))
CHILE, SOMEONE = Party("CHL"), Party("somebody", (), False)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (NORWAY, NORWAY, "agrees"),
        (NORWAY, COURT, "refines"),
        (COURT, MINISTRY, "cannot tell"),
        (NORWAY, CHILE, "contradicts"),
        (COURT, CHILE, "contradicts"),
        (SOMEONE, CHILE, "cannot tell"),
    ],
)
def test_actors(one: Party, other: Party, answer: str) -> None:
    assert actor.compare(one, other) == answer == actor.compare(other, one)


def test_lists_of_actors_contradict_only_when_nobody_is_in_both() -> None:
    assert actor.compare_sides((NORWAY, CHILE), (COURT,)) == "refines"
    assert actor.compare_sides((NORWAY,), (CHILE,)) == "contradicts"
    assert actor.compare_sides((), (CHILE,)) == "cannot tell"


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Spot("oslo", "NOR"), Spot("norway", "NOR", True), "refines"),
        (Spot("oslo", "NOR"), Spot("oslo", "NOR"), "agrees"),
        (Spot("oslo", "NOR"), Spot("bergen", "NOR"), "cannot tell"),
        (Spot("oslo", "NOR"), Spot("lima", "PER"), "contradicts"),
        (Spot("oslo", None), Spot("lima", "PER"), "cannot tell"),
        (Spot("", None), Spot("lima", "PER"), "cannot tell"),
    ],
)
def test_places(one: Spot, other: Spot, answer: str) -> None:
    assert place.compare(one, other) == answer == place.compare(other, one)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("done", "done", "agrees"),
        ("done", "not done", "contradicts"),
        ("done", "denied", "contradicts"),
        ("done", "foreseen", "refines"),
        ("done", "open", "cannot tell"),
        ("not done", "foreseen", "cannot tell"),
        ("not done", "denied", "agrees"),
    ],
)
def test_standing(one: Standing, other: Standing, answer: str) -> None:
    assert polarity.compare(one, other) == answer == polarity.compare(other, one)


def test_what_is_possible_or_asked_stays_open() -> None:
    assert polarity.standing("positive", "asserted") == "done"
    assert polarity.standing("negative", "asserted") == "not done"
    assert polarity.standing("negative", "planned") == "ruled out"
    assert polarity.standing("positive", "conditional") == "open"


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("first country", "first nation", "agrees"),
        ("first country", "first major power", "differs in scope"),
        ("the first country", "second country", "contradicts"),
        ("first country", "second major power", "contradicts"),
        ("second country", "first major power", "cannot tell"),
        ("only country", "first country", "cannot tell"),
        ("first", "first country", "refines"),
    ],
)
def test_scopes(one: str, other: str, answer: str) -> None:
    words = ScopeWords.load()
    a, b = words.scope_of(one), words.scope_of(other)
    assert words.compare(a, b) == answer == words.compare(b, a)


def test_the_first_of_the_whole_is_the_first_of_every_part_it_belongs_to() -> None:
    words = ScopeWords.load()
    whole, part = words.scope_of("first country"), words.scope_of("first western country")
    assert words.compare(whole, part) == "differs in scope"


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("The tide has turned for good", "the tide has turned, for good", "agrees"),
        ("The tide has turned", "the tide has turned for good", "refines"),
        ("the tide has turned for good", "the tide has turned at last", "contradicts"),
        ("the tide has turned", "nobody saw us coming", "cannot tell"),
        ("tide", "wave", "cannot tell"),
        ("We won't say that we've lost", "we will not say that we have lost", "agrees"),
        ("we realised the harbour's worth", "We realized the harbor’s worth", "agrees"),
        ("The tide [of war] has turned", "The tide has turned", "agrees"),
    ],
)
def test_wordings(one: str, other: str, answer: str) -> None:
    a, b = QUOTATIONS.words(one), QUOTATIONS.words(other)
    assert wording.compare(a, b) == answer == wording.compare(b, a)


quotes = st.lists(st.sampled_from(["tide", "turned", "has", "the", "good"]), max_size=6).map(tuple)


@given(quotes, quotes)
def test_comparison_of_wordings_is_symmetric(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert wording.compare(one, other) == wording.compare(other, one)


@given(quotes, quotes)
def test_shortening_is_no_contradiction(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    if wording.within(one, other):
        assert wording.compare(one, other) != "contradicts"
