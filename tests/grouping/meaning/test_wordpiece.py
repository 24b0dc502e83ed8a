"""Texts to pieces of words: the rules of the model, and where each piece stands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import VocabularyError
from accord.grouping.meaning.wordpiece import FILE, WordPieces
from vocabularies import Replaced

WORDS = WordPieces.load()
WRITTEN = {number: piece for piece, number in WORDS.numbers.items()}


def written(text: str) -> list[str]:
    return [WRITTEN[piece.id] for piece in WORDS.pieces(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The Duke sailed.", ["the", "duke", "sailed", "."]),
        ("ÉLYSÉE café", ["ely", "##see", "cafe"]),
        ("e\u0301lite", ["elite"]),
        ("unsinkability", ["un", "##sin", "##ka", "##bility"]),
        ("don't", ["don", "'", "t"]),
        ("$5.3m+tax", ["$", "5", ".", "3", "##m", "+", "tax"]),
        ("“Now”—he", ["“", "now", "”", "—", "he"]),
        ("日本a", ["日", "本", "a"]),
        ("so\u200bap\x00\ufffd", ["soap"]),
        ("a\u00a0b\u3000c\nd", ["a", "b", "c", "d"]),
        ("x" * 101, ["[UNK]"]),
        ("the \U0001f6f6 boat", ["the", "[UNK]", "boat"]),
        ("", []),
        (" \t\n", []),
    ],
)
def test_a_text_is_parted_as_the_model_was_taught(text: str, pieces: list[str]) -> None:
    assert written(text) == pieces


def test_a_word_of_100_characters_is_still_read() -> None:
    assert "[UNK]" not in written("x" * 100)


def test_what_the_model_is_given_stands_between_its_first_and_last_mark() -> None:
    numbers = WORDS.framed(WORDS.pieces("a boat"))
    assert [WRITTEN[number] for number in numbers] == ["[CLS]", "a", "boat", "[SEP]"]


def test_a_piece_stands_where_its_letters_come_from() -> None:
    text = "Cafe\u0301s  po\u200bst"
    assert [text[piece.start : piece.end] for piece in WORDS.pieces(text)] == ["Cafe\u0301s", "po\u200bst"]


@given(st.text(max_size=60))
def test_pieces_stand_in_order_inside_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for piece in WORDS.pieces(text):
        assert end <= piece.start
        # A ligature is one character of several letters, which two pieces may share.
        assert piece.start < piece.end <= len(text)
        end = (
            piece.end if len(unicodedata.normalize("NFD", text[piece.end - 1].lower())) == 1 else piece.start
        )


@given(st.text(st.characters(max_codepoint=0x7F), max_size=60))
def test_a_piece_of_ascii_is_what_stands_there_in_lower_case(text: str) -> None:
    for piece in WORDS.pieces(text):
        known = WRITTEN[piece.id].removeprefix("##") if WRITTEN[piece.id] != "##" else "##"
        there = "".join(letter for letter in text[piece.start : piece.end].lower() if letter.isprintable())
        assert known in (there, "[UNK]")


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_space_parts_texts(one: str, other: str) -> None:
    assert written(f"{one} {other}") == written(one) + written(other)


@pytest.mark.parametrize(
    ("pieces", "told"),
    [(["[CLS]", "[SEP]", "[UNK]", "a", "a"], "twice"), (["[CLS]", "[SEP]"], r"no \[UNK\]")],
)
def test_a_broken_file_is_refused(pieces: list[str], told: str) -> None:
    with pytest.raises(VocabularyError, match=told):
        WordPieces.load(Replaced(file=FILE, data={"about": "", "pieces": pieces}))
