"""Readings by report: what is quoted of them, and which sentences are witnesses."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accord.reconciliation.sources import Sources, in_order, tells
from accord.records import Evidence, RegionKind
from readings import ReadingBuilder, story

TITLE = "Ferries moor"
TEXT = f"{TITLE}\nFerries moored early. Gulls circled overhead."
READING = ReadingBuilder("b", TEXT, title=TITLE, source="The Quay").build()
SOURCES = Sources([READING, ReadingBuilder("a", "Fog fell.").build()])


def test_readings_are_sorted_and_found_by_report() -> None:
    assert [reading.id for reading in SOURCES.readings] == ["a", "b"]
    assert SOURCES.reading("b") is READING
    assert (SOURCES.label("b"), SOURCES.label("a")) == ("The Quay", "a")


def test_a_sentence_is_quoted_as_it_stands() -> None:
    quoted = SOURCES.sentence("b", 1)
    assert quoted.text == "Ferries moored early." == TEXT[quoted.start : quoted.end]
    assert SOURCES.evidence("b", 0, 7) == Evidence("b", 0, 7, "Ferries")


def test_a_character_is_in_one_sentence_or_between_them() -> None:
    assert [SOURCES.sentence_at("b", TEXT.index(word)) for word in (TITLE, "moored", "Gulls")] == [0, 1, 2]
    assert SOURCES.sentence_at("b", len(TITLE)) is None
    assert SOURCES.sentence_at("b", len(TEXT)) is None


def test_a_stretch_is_quoted_with_the_sentences_that_hold_it() -> None:
    early, gulls = TEXT.index("early"), TEXT.index("Gulls")
    assert SOURCES.around("b", early, early + 5).text == "Ferries moored early."
    assert SOURCES.around("b", early, gulls + 5).text == "Ferries moored early. Gulls circled overhead."
    assert SOURCES.around("b", gulls, gulls).text == "Gulls circled overhead."
    assert SOURCES.around("b", len(TITLE), len(TITLE) + 1).text == "\n"


@pytest.mark.parametrize(
    ("kind", "expected"), [("body", True), ("list", True), ("title", False), ("summary", False)]
)
def test_running_text_and_lists_tell(kind: RegionKind, expected: bool) -> None:
    sentence = replace(READING.sentences[1], kind=kind)
    assert tells(sentence) == expected
    assert not tells(replace(sentence, repeats=0))


def test_what_is_in_no_sentence_is_no_witness() -> None:
    assert [SOURCES.is_witness("b", index) for index in (0, 1, None)] == [False, True, False]


def test_evidence_is_sorted_and_told_once() -> None:
    late, early, other = Evidence("a", 5, 9, "fell"), Evidence("a", 0, 3, "Fog"), Evidence("b", 0, 1, "F")
    assert in_order([other, late, early, late]) == (early, late, other)


def test_the_sentences_over_a_stretch_are_those_that_share_a_character_with_it() -> None:
    text = "The ferry sank. Its crew swam. Nobody saw it."
    sources = Sources(story(ReadingBuilder("a", text)).readings)
    sentences = sources.reading("a").sentences
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            shared = [i for i, one in enumerate(sentences) if one.start < end and start < one.end]
            assert list(sources.sentences_over("a", start, end)) == shared
