"""Whether two values that differ are of one thing: what speaks for it and what against."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.reconcile.compare.quantity import Range
from accord.reconcile.sameness import Company, Given, company, of_one_thing
from accord.reconcile.slots import Slot

ALONE = Company(0, 0)
NONE: Given = frozenset()


def slot(report: str, number: float, **changes: object) -> Slot:
    words = {"guests": 1.0, "harbour": 0.7}
    made = Slot(
        report=report,
        sentence=0,
        start=0,
        kind="quantity guest",
        value=Range(number, number, "guest"),
        label=f"{number} guests",
        around=words,
        next_to=frozenset(words),
        names=frozenset({"karst", "orlo"}),
        specifics=frozenset(),
        modifies=None,
        crowd=1,
        owner=None,
    )
    return replace(made, **changes)


ONE, OTHER = slot("a", 40), slot("b", 60)


def test_like_places_in_like_sentences_are_of_one_thing() -> None:
    assert of_one_thing(ONE, OTHER, 0.9, 0.8, ALONE, NONE)


@pytest.mark.parametrize(
    ("other", "beside", "given"),
    [
        (replace(OTHER, names=frozenset({"vance"})), ALONE, NONE),
        (OTHER, Company(0, 2), NONE),
        (OTHER, ALONE, frozenset({("b", "quantity guest", ONE.value)})),
        (
            replace(
                OTHER, names=frozenset({"karst", "vance", "hill"}), specifics=frozenset({"other"}), crowd=2
            ),
            Company(0, 1),
            NONE,
        ),
    ],
)
def test_what_tells_of_two_things(other: Slot, beside: Company, given: Given) -> None:
    assert not of_one_thing(ONE, other, 0.7, 0.5, beside, given)


def test_unlike_sentences_are_not() -> None:
    bare = {"names": frozenset[str](), "next_to": frozenset[str]()}
    assert not of_one_thing(slot("a", 40, **bare), slot("b", 60, **bare), 0.3, 0.25, ALONE, NONE)


def test_a_headline_and_its_own_text_may_give_two_figures() -> None:
    headline, text = slot("a", 40), slot("a", 60, sentence=3)
    given = frozenset({("a", "quantity guest", headline.value), ("a", "quantity guest", text.value)})
    assert of_one_thing(headline, text, 0.9, 0.8, ALONE, given)


def test_company_counts_what_agrees_and_what_clashes() -> None:
    days = [slot("a", 3, kind="quantity day"), slot("b", 3, kind="quantity day")]
    ships = [slot("a", 5, kind="quantity ship"), slot("b", 9, kind="quantity ship")]
    assert company(ONE, OTHER, [ONE, days[0]], [OTHER, days[1]]) == Company(1, 0)
    assert company(ONE, OTHER, [ONE, ships[0]], [OTHER, ships[1]]) == Company(0, 1)
    assert company(ONE, OTHER, [ONE], [OTHER]) == Company(0, 0)


SHARES = st.floats(0, 1)


@given(SHARES, SHARES, st.integers(0, 3), st.integers(0, 3))
def test_it_is_the_same_either_way_round(near: float, like: float, agreeing: int, clashing: int) -> None:
    beside = Company(agreeing, clashing)
    assert of_one_thing(ONE, OTHER, near, like, beside, NONE) == of_one_thing(
        OTHER, ONE, near, like, beside, NONE
    )


@given(SHARES, SHARES, SHARES)
def test_more_likeness_never_speaks_against_it(near: float, like: float, more: float) -> None:
    if of_one_thing(ONE, OTHER, near, like, ALONE, NONE):
        assert of_one_thing(ONE, OTHER, max(near, more), like, ALONE, NONE)
        assert of_one_thing(ONE, OTHER, near, max(like, more), ALONE, NONE)
