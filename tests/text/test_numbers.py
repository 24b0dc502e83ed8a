"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.numbers import Numbers


@pytest.fixture(scope="module")
def numbers() -> Numbers:
    return Numbers.load()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", 7),
        ("twenty-one", 21),
        ("two hundred and six", 206),
        ("three hundred thousand", 300_000),
        ("two million three hundred thousand", 2_300_000),
        ("3.5 million", 3_500_000),
        ("1,250", 1250),
        ("a hundred", 100),
        ("a", 1),
        ("two and a half", 2.5),
        ("half a million", 500_000),
        ("5 1/2", 5.5),
        ("", None),
        ("embassy", None),
        ("9" * 40, None),
    ],
)
def test_read(numbers: Numbers, text: str, number: float | None) -> None:
    assert numbers.read(text) == number


@pytest.mark.parametrize(
    ("text", "rank"),
    [("1st", 1), ("22nd", 22), ("third", 3), ("twenty first", 21), ("thirtieth", 30), ("two", None)],
)
def test_rank(numbers: Numbers, text: str, rank: int | None) -> None:
    assert numbers.rank(text) == rank


@given(number=st.integers(0, 10**15))
def test_digits_read_as_they_are(numbers: Numbers, number: int) -> None:
    assert numbers.read(str(number)) == number
    assert numbers.read(f"{number:,}") == number
