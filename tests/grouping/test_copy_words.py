"""The words of a report as copies are looked for in: which they are, and which belong to names."""

from __future__ import annotations

import pytest

from accord.grouping.copy_words import BREAK, CopyWord, Stems, words_of
from readings import ReadingBuilder


def words(builder: ReadingBuilder) -> tuple[CopyWord, ...]:
    return words_of(builder.build(), Stems())


def test_content_words_stand_in_order_at_their_places() -> None:
    text = "It rained all day. Crews dredged the channel."
    found = words(ReadingBuilder("a", text))
    assert [text[word.start : word.end] for word in found] == ["rained", "Crews", "dredged", "channel"]
    assert [word.sentence for word in found] == [0, 1, 1, 1]
    assert [word.stem for word in found] == ["rain", "crew", "dredg", "channel"]


def test_names_and_numbers_are_told_from_content() -> None:
    builder = ReadingBuilder("a", "In Monsoon 12 crews of norsk dredging followed Varga.")
    builder.actor("norsk", "NOR")
    assert {word.stem: word.name for word in words(builder)} == {
        "monsoon": True, "12": True, "crew": False, "norsk": True,
        "dredg": False, "follow": False, "varga": True,
    }  # fmt: skip


def test_the_capital_of_a_first_word_makes_no_name_of_what_the_text_writes_small() -> None:
    found = words(ReadingBuilder("a", "Gulls circled. Tourists fed gulls from Varga."))
    assert [word.name for word in found if word.stem == "gull"] == [False, False]
    found = words(ReadingBuilder("a", "Tourists fed gulls. They fed Gulls from Varga there again."))
    assert [word.name for word in found if word.stem == "gull"] == [False, True]


def test_a_capital_in_a_headline_makes_no_name_of_what_the_text_writes_small() -> None:
    title = "Varga Crews Dredged Channel"
    builder = ReadingBuilder("a", f"{title}\nThe crews dredged a channel.", title=title)
    assert [word.stem for word in words(builder) if word.name] == ["varga"]


def test_words_inside_quotation_marks_are_quoted() -> None:
    found = words(ReadingBuilder("a", "Varga called dredging “a patient business” there."))
    assert [word.stem for word in found if word.quoted] == ["patient", "busines"]


def test_a_line_printed_twice_is_left_out_and_breaks_the_text() -> None:
    line = "Crews dredged channels."
    found = words(ReadingBuilder("a", f"{line} {line} Gulls circled."))
    assert [word.stem for word in found] == ["crew", "dredg", "channel", BREAK, "gull", "circl"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("recognise", "recognizing"),
        ("normalisation", "normalization"),
        ("Harbour’s", "harbor"),
        ("enhanced", "enhancing"),
        ("policies", "policy"),
    ],
)
def test_forms_and_spellings_of_a_word_have_one_stem(one: str, other: str) -> None:
    stems = Stems()
    assert stems[one] == stems[other]


def test_short_words_keep_their_endings() -> None:
    stems = Stems()
    assert len({stems[word] for word in ("sea", "sees", "sing", "sung")}) == 4
