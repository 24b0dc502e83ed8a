"""Names that are spelled in several ways."""

from __future__ import annotations

import pytest

from accord.reconciliation.claims.spellings import spelling_claims
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder


def spelt(*texts: str) -> list[list[str]]:
    """The spellings of each name that is found in several."""
    sources = Sources([ReadingBuilder(f"report-{n}", text).build() for n, text in enumerate(texts)])
    return [[value.label for value in draft.values] for draft in spelling_claims(sources, frozenset({"the"}))]


def test_a_letter_too_few_is_another_spelling() -> None:
    found = spelt("The curator Marten Vasselin spoke.", "A drawing is gone, Marten Vaselin said.")
    assert found == [["Marten Vaselin", "Marten Vasselin"]]


def test_a_title_before_a_name_does_not_hide_it() -> None:
    found = spelt("Curator Marten Vasselin spoke.", "Asked again, Curator Marten Vaselin left.")
    assert ["Marten Vaselin", "Marten Vasselin"] in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He came to the Harbour Ministry.", "He met the Harbour Minister."),
        ("The Gordon Committee met.", "The Gordan of old met."),
        ("He flew with Sanders Jets.", "He flew with Sanders’s Jets."),
        ("The Organization met.", "The Organisation met."),
        ("Anna Berg left.", "Anna Borgestad left."),
    ],
)
def test_other_words_and_other_names_are_none(one: str, other: str) -> None:
    assert spelt(one, other) == []


def test_who_uses_both_again_and_again_tells_of_two_persons() -> None:
    both = "Ilse Marten met Ilse Martan. Ilse Marten left before Ilse Martan did."
    assert spelt(both, "Ilse Marten is a judge.") == []


def test_many_like_names_are_many_persons() -> None:
    like = ("Ilse Martan", "Ilse Marten", "Ilse Martin", "Ilse Marton")
    assert spelt(*(f"The judge heard {name} first." for name in like)) == []


def test_a_misprint_in_one_report_is_found() -> None:
    assert spelt("Jonas Hellström won. Later Jonas Helström thanked his team.") == [
        ["Jonas Hellström", "Jonas Helström"]
    ]
