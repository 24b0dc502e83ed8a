"""What a word is, as other stages found: a time, a figure, a place, a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.propositions.surroundings import Surroundings
from accord.records import ActorMention, Entity, Place, Quantity, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

Words = Callable[[str], Sequence["Token"]]
TEXT = "Orvex paid him $5m for the yard in Lund on Monday, a nurse told the embassy."


@pytest.fixture
def around() -> Surroundings:
    at = TEXT.index
    place = Place(at("Lund"), at("Lund") + 4, "Lund", "SWE")
    mention = ActorMention(at("the embassy"), len(TEXT) - 1, "the embassy", "embassy", form="description")
    cast = Cast((Entity("embassy", "the embassy", "institution"),), (mention,), places=(place,))
    day = Time(at("Monday"), at("Monday") + 6, "Monday", "DATE", "XXXX-WXX-1")
    sum_ = Quantity(at("$5m"), at("$5m") + 3, "$5m", 5e6, 5e6, "USD")
    return Surroundings.of(cast, (day,), (sum_,), frozenset({"nurse"}))


@pytest.mark.parametrize(
    ("word", "time", "figure", "place", "person"),
    [
        ("Monday", True, False, False, True),
        ("$", False, True, False, False),
        ("Lund", False, False, True, False),
        ("Orvex", False, False, False, True),
        ("him", False, False, False, True),
        ("yard", False, False, False, False),
        ("nurse", False, False, False, True),
        ("embassy", False, False, False, False),
    ],
)
def test_kinds(
    words: Words, around: Surroundings, word: str, time: bool, figure: bool, place: bool, person: bool
) -> None:
    token = next(each for each in words(TEXT) if each.text == word)
    assert around.is_time(token) is time
    assert around.is_figure(token) is figure
    assert around.is_place(token) is place
    assert around.is_person(token) is person


def test_a_noun_before_a_name_may_say_that_it_is_no_persons(words: Words, around: Surroundings) -> None:
    read = words("They launched the probe Kestrel.")
    assert not around.is_person(next(each for each in read if each.text == "Kestrel"))
