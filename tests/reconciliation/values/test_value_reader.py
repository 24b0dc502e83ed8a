"""Figures and dates of a sentence: what a value says itself, and what it is a value of."""

from __future__ import annotations

import pytest

from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.value_mentions import ValueMention
from accord.reconciliation.values.value_reader import ValueReader
from accord.reconciliation.values.value_words import ValueWords
from readings import ReadingBuilder, story

WORDS = ValueWords.load()


def mentions_of(builder: ReadingBuilder) -> list[ValueMention]:
    sources = Sources(story(builder).readings)
    return ValueReader(sources, {}, WORDS).read_all(align(sources))[0]


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
    (mention,) = mentions_of(builder)
    assert mention.told.value.year == year  # type: ignore[union-attr]
    assert mention.told.as_of_print == ("monday" if words == "Monday" else words.casefold())


def test_what_is_counted_and_what_a_figure_stands_before_have_classes() -> None:
    builder = ReadingBuilder("a", "The navy found 12 skiffs near Orlo. A 40-year-old fisherman was aboard.")
    builder.quantity("12 skiffs", 12, 12, "skiff")
    builder.quantity("40-year-old", 40, 40, "year old")
    boats, man = mentions_of(builder)
    assert boats.counted.classes == {"boats"}
    assert man.counted.classes == {"people"}
    assert man.counted.modifies is not None


def test_a_date_in_brackets_that_explains_today_is_that_of_the_text() -> None:
    builder = ReadingBuilder("a", "The harbour board said today (14 June 2031) that the pier is open.")
    builder.time("14 June 2031", "2031-06-14")
    (mention,) = mentions_of(builder)
    assert mention.told.as_of_print == "today"


@pytest.mark.parametrize(
    ("text", "figure", "number", "apart"),
    [
        ("The navy held two other skiffs near Orlo.", "two other skiffs", 2, {"other"}),
        ("The navy held more than 12 skiffs near Orlo.", "more than 12 skiffs", 12, set()),
        ("The navy held 28 of 41 skiffs near Orlo.", "41 skiffs", 41, {"of"}),
        ("The navy held three of its 41 skiffs near Orlo.", "41 skiffs", 41, {"of"}),
    ],
)
def test_some_words_make_a_figure_another(text: str, figure: str, number: int, apart: set[str]) -> None:
    builder = ReadingBuilder("a", text)
    builder.quantity(figure, number, number, "skiff")
    (mention,) = mentions_of(builder)
    assert mention.counted.apart == apart


def test_a_limit_makes_a_date_another() -> None:
    builder = ReadingBuilder("a", "The pier of Orlo has been closed since 14 June 2031 for repair.")
    builder.time("14 June 2031", "2031-06-14")
    (mention,) = mentions_of(builder)
    assert mention.counted.apart == {"since"}
    assert mention.context.left[0] == "since"
