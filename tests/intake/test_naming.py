"""Outlets and days in file names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.intake.naming import FileNameReader


@pytest.fixture(scope="module")
def names() -> FileNameReader:
    return FileNameReader.load()


@pytest.mark.parametrize(
    ("stem", "source", "day"),
    [
        ("reuters_2021-05-03", "Reuters", "2021-05-03"),
        ("2021-05-03_reuters", "Reuters", "2021-05-03"),
        ("dawn-2021-05-03", "Dawn", "2021-05-03"),
        ("AP 3 July 2020", "AP", "2020-07-03"),
        ("nyt_20200703_harbour-talks", "The New York Times", "2020-07-03"),
        ("Khaama_Press_2020_07_03", "Khaama Press", "2020-07-03"),
        ("the-harbour-times", "The Harbour Times", None),
        ("the_evening_star", "The Evening Star", None),
    ],
)
def test_outlet_and_day_of_a_telling_name(
    names: FileNameReader, stem: str, source: str, day: str | None
) -> None:
    assert names.source(stem) == source
    assert names.day(stem) == day


@pytest.mark.parametrize(
    "stem",
    [
        "017_9f3a67d0c42e2292",
        "2b6e67d0-c42e-4292-8aaa-0123456789ab",
        "report1",
        "article",
        "story-a",
        "breaking-news",
        "harbour-talks-2021-05-03",
        "times",
        "stdin",
        "12345",
        "",
    ],
)
def test_a_name_that_names_no_outlet_gives_none(names: FileNameReader, stem: str) -> None:
    assert names.source(stem) is None


@given(st.text(max_size=60))
def test_any_name_is_taken(stem: str) -> None:
    reader = FileNameReader.load()
    reader.source(stem)
    reader.day(stem)
