"""Events whose act is not known: joined where their words, sides and sentences are akin."""

from __future__ import annotations

import pytest

from accord.records import Dossier, Story
from accord.steps import reconcile
from readings import ReadingBuilder


def told(id: str, text: str, trigger: str, lemma: str, whom: str = "Falk", year: str = "") -> ReadingBuilder:
    builder = ReadingBuilder(id, text)
    builder.event(
        trigger, None, recipients=[builder.person(whom, whom.lower())], type="COERCE", lemma=lemma,
        time=builder.time(year, year) if year else None,
    )  # fmt: skip
    return builder


def dossier(*builders: ReadingBuilder) -> Dossier:
    return reconcile(Story("s", tuple(builder.build() for builder in builders)))


@pytest.mark.parametrize(
    ("trigger", "lemma", "text"),
    [
        ("arrested", "arrest", "Skerra police arrested Falk near the harbour after the smuggling case."),
        ("detained", "detain", "Skerra police detained Falk near the harbour in the smuggling case."),
        ("took into custody", "take", "Skerra police took into custody Falk near the harbour for smuggling."),
    ],
)
def test_an_act_told_in_like_words_is_one_event(trigger: str, lemma: str, text: str) -> None:
    first = told(
        "a", "Falk was arrested by Skerra police near the harbour over smuggling.", "arrested", "arrest"
    )
    assert len(dossier(first, told("b", text, trigger, lemma)).events) == 1


def test_acts_that_are_not_akin_are_two_events() -> None:
    first = told("a", "Skerra police arrested Falk near the harbour over smuggling.", "arrested", "arrest")
    other = told("b", "Skerra police searched Falk near the harbour over smuggling.", "searched", "search")
    assert len(dossier(first, other).events) == 2


def test_what_was_done_to_another_is_another_event() -> None:
    first = told("a", "Skerra police arrested Falk near the harbour over smuggling.", "arrested", "arrest")
    other = told(
        "b",
        "Skerra police arrested Orsolya near the harbour over smuggling.",
        "arrested",
        "arrest",
        "Orsolya",
    )
    assert len(dossier(first, other).events) == 2


def test_what_happened_at_another_time_is_another_event() -> None:
    text = "Skerra police arrested Falk near the harbour over smuggling in {}."
    first = told("a", text.format("2019"), "arrested", "arrest", year="2019")
    other = told("b", text.format("2023"), "arrested", "arrest", year="2023")
    assert len(dossier(first, other).events) == 2


def test_the_order_of_reports_changes_nothing() -> None:
    builders = [
        told("a", "Skerra police arrested Falk near the harbour over smuggling.", "arrested", "arrest"),
        told("b", "Falk was detained by Skerra police near the harbour.", "detained", "detain"),
        told("c", "Skerra police took Falk into custody over smuggling.", "took", "take"),
    ]
    assert dossier(*builders) == dossier(*reversed(builders))
