"""Which date of a sentence is of which verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides import GuideReader
from accord.guides.clause_dates import with_dates
from accord.guides.verb_clauses import verbs
from accord.records import Reading


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Legation opened on May 1, 1905, and closed on May 2, 1906.", ["1905-05-01", "1906-05-02"]),
        ("On May 1, 1905, the Legation opened.", ["1905-05-01"]),
        ("The Consulate closed, and on May 1, 1905, the Legation opened.", ["1905-05-01", "1905-05-01"]),
        ("The Legation opened and the Consulate closed on May 2, 1906.", ["1906-05-02", "1906-05-02"]),
        ("She presented her credentials on May 1, 1905, to take effect on May 5, 1905.", ["1905-05-05"]),
    ],
)
def test_each_verb_has_its_date(
    read: Callable[..., Reading], guide_reader: GuideReader, text: str, days: list[str]
) -> None:
    times, words = read(text).times, guide_reader.words
    found = with_dates(text, verbs(text, 0, len(text), times, words), times, words.phrases.clauses)
    assert [verb.time.edtf if verb.time else None for verb in found] == days


def test_without_dates_there_are_none(guide_reader: GuideReader) -> None:
    text, words = "The Legation opened.", guide_reader.words
    found = with_dates(text, verbs(text, 0, len(text), (), words), (), words.phrases.clauses)
    assert [verb.time for verb in found] == [None]
