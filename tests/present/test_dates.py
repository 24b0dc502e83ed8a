"""EDTF in words."""

from __future__ import annotations

import re

import pytest

from accord.edtf import year_is_open
from accord.present.dates import in_words, short_words, words_for


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-07-03", "3 July 2025"),
        ("2025-07", "July 2025"),
        ("2025", "2025"),
        ("XXXX-04", "April, year not told"),
        ("XXXX-07-01", "1 July, year not told"),
        ("2025-XX-XX", "2025"),
        ("202X", "2020s"),
        ("2025-21", "spring 2025"),
        ("-0043-03", "March -0043"),
        ("2025-34", "second quarter of 2025"),
        ("2025~", "about 2025"),
        ("2025-04?", "perhaps April 2025"),
        ("2025-07-01/2025-07-03", "1 July 2025 to 3 July 2025"),
        ("2021-08/..", "from August 2021"),
        ("../2021-08", "until August 2021"),
        ("[2024-04,2025-04]", "April 2024 or April 2025"),
        ("XXXX-XX-XX", "date not told"),
        ("last spring", "last spring"),
        (None, "date not told"),
    ],
)
def test_in_words(edtf: str | None, words: str) -> None:
    assert in_words(edtf) == words


def test_open_years_are_told_apart() -> None:
    assert year_is_open("XXXX-04")
    assert not year_is_open("2025-04")
    assert not year_is_open(None)
    assert short_words("XXXX-04") == "April"


@pytest.mark.parametrize(
    ("edtf", "text", "found"),
    [
        ("XXXX-04", "lifted in April after years", "April"),
        ("2024-04", "lifted in April 2024, it said", "April 2024"),
        ("2024-04-05", "on 5 April 2024", "5 April 2024"),
        ("2024-04-05", "on April 5th, 2024", "April 5th, 2024"),
        ("2024-09", "in Sept. 2024", "Sept. 2024"),
        ("2024-05", "it may follow", None),
        ("2024", "since 2024.", "2024"),
    ],
)
def test_words_for_finds_how_texts_write_a_date(edtf: str, text: str, found: str | None) -> None:
    pattern = words_for(edtf)
    assert pattern is not None
    match = re.search(pattern, text)
    assert (match[0] if match else None) == found
