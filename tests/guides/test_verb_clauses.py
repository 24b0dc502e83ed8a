"""A sentence as verbs of acts: their clauses, their voice, and whether they tell of something done."""

from __future__ import annotations

import pytest

from accord.guides import GuideReader
from accord.guides.verb_clauses import ActVerb, verbs


def cut(text: str, reader: GuideReader) -> list[ActVerb]:
    return verbs(text, 0, len(text), (), reader.words)


def test_a_sentence_is_cut_at_its_verbs(guide_reader: GuideReader) -> None:
    text = "The Legation was closed in May, and the Consulate opened in June."
    first, second = cut(text, guide_reader)
    assert (first.about, first.passive, second.about, second.passive) == ("close", True, "open", False)
    assert text[slice(*first.right)] == " in May"
    assert text[slice(*second.left)] == "the Consulate "


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("The Legation opened in May.", True),
        ("The Legation was not closed in May.", False),
        ("They considered closing the Legation.", False),
        ("The closure of the Legation was postponed.", False),
        ("The closure of the Legation followed.", True),
    ],
)
def test_whether_something_was_done(guide_reader: GuideReader, text: str, real: bool) -> None:
    assert [verb.real for verb in cut(text, guide_reader)] == [real]


def test_a_verb_joined_to_another_shares_its_subject(guide_reader: GuideReader) -> None:
    first, second = cut("The Legation opened in May and closed in June.", guide_reader)
    assert (first.joined, second.joined) == (False, True)
