"""Bytes to text: encodings, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.intake.decoding import decode
from accord.intake.report_draft import InputError

PROSE = "The ministry’s envoy said “no” – twice – at the café; the fee was €40.\r\n\r\nNobody asked why.\r\n"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")))
def test_utf8_comes_back_code_point_by_code_point(text: str) -> None:
    if not text.startswith(("%PDF-", "GIF8", "PK\x03\x04", "{\\rtf", "BZh", "\x7fELF")):
        assert decode(text.encode()) == text


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"Kabul") == "Kabul"
    assert decode("Kabul 🇦🇫".encode("utf-16")) == "Kabul 🇦🇫"
    assert decode("Kabul".encode("utf-32")) == "Kabul"


def test_line_ends_and_combining_marks_are_left_alone() -> None:
    text = "one\r\ntwo\rthree\ncafe\u0301 \U0001f1f7\U0001f1fa\r\n"
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    assert decode(PROSE.encode(encoding)) == PROSE


def test_windows_1252_is_taken_where_it_makes_english_prose() -> None:
    assert decode(PROSE.encode("cp1252")) == PROSE


def test_other_code_pages_are_guessed_rather_than_read_as_windows_1252() -> None:
    text = (
        "Представитель министерства сообщил в четверг, что переговоры продолжатся на следующей неделе. " * 5
    )
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 whatever",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0rest",
        b"PK\x03\x04rest",
        bytes(range(256)) * 4,
        b"some text\x00with a zero byte in it",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data)
    assert "not text" in caught.value.reason
    assert caught.value.advice


def test_damaged_utf8_is_named_with_its_place_instead_of_being_misread() -> None:
    data = PROSE.encode()
    with pytest.raises(InputError, match=f"byte {len(data) + 1}"):
        decode(data + b"\xe2\x80 and more")
