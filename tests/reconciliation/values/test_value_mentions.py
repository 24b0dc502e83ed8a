"""Figures and dates of a sentence as slots: what a value says itself, and what it is a value of."""

from __future__ import annotations

import pytest

from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.value_mentions import (
    Slot,
    SlotReader,
)
from accord.reconciliation.values.value_words import ValueWords
from readings import ReadingBuilder, story


def slots_of(builder: ReadingBuilder) -> tuple[Slot, ...]:
    sources = Sources(story(builder).readings)
    reader = SlotReader(sources, {}, ValueWords.load())
    return tuple(slot for passage in align(sources).all for slot in reader.read(passage))


@pytest.mark.parametrize(
    ("words", "edtf", "year"),
    [
        ("14 June", "2031-06-14", "XXXX"),
        ("June 14, 2031", "2031-06-14", "2031"),
        ("Monday", "2031-06-16", "2031"),
    ],
)
def test_a_year_that_is_reckoned_from_print_is_not_told(words: str, edtf: str, year: str) -> None:
    builder = ReadingBuilder("a", f"The ferry sank off Orlo on {words} in a storm.", published="2031-06-18")
    builder.time(words, edtf, anchor="published")
    (slot,) = slots_of(builder)
    assert slot.value.year == year  # type: ignore[union-attr]
    assert slot.as_of_print == ("monday" if words == "Monday" else words.casefold())


def test_what_is_counted_and_what_a_figure_stands_before_have_classes() -> None:
    builder = ReadingBuilder("a", "The navy found 12 skiffs near Orlo. A 40-year-old fisherman was aboard.")
    builder.quantity("12 skiffs", 12, 12, "skiff")
    builder.quantity("40-year-old", 40, 40, "year old")
    boats, man = slots_of(builder)
    assert boats.classes == {"boats"}
    assert man.classes == {"people"}
    assert man.modifies is not None


def test_a_date_in_brackets_that_explains_today_is_that_of_the_text() -> None:
    builder = ReadingBuilder("a", "The harbour board said today (14 June 2031) that the pier is open.")
    builder.time("14 June 2031", "2031-06-14")
    (slot,) = slots_of(builder)
    assert slot.as_of_print == "today"
