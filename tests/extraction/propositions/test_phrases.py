"""How far phrases and clauses reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from accord.extraction.propositions.phrases import clause, is_bare, noun_phrase, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

Words = Callable[[str], Sequence["Token"]]


def shown(words: Sequence[Token], span: tuple[int, int]) -> str:
    return " ".join(word.text for word in words[span[0] : span[1] + 1])


def word(words: Sequence[Token], text: str) -> Token:
    return next(each for each in words if each.text == text)


@pytest.mark.parametrize(
    ("text", "noun", "found"),
    [
        ("The driver of the coach fled.", "driver", "The driver of the coach"),
        ("The driver, who was drunk, fled.", "driver", "The driver"),
        ("The driver, a nurse, fled.", "driver", "The driver"),
        ("The driver and two nurses fled.", "driver", "The driver and two nurses"),
        ("A man wearing a mask fled.", "man", "A man"),
    ],
)
def test_a_noun_has_its_phrases_and_no_clauses(words: Words, text: str, noun: str, found: str) -> None:
    read = words(text)
    assert shown(read, noun_phrase(word(read, noun), lambda _: False)) == found


def test_a_phrase_that_tells_a_time_is_none_of_the_noun(words: Words) -> None:
    read = words("They recalled the crash of Friday.")
    crash = word(read, "crash")
    assert shown(read, noun_phrase(crash, lambda token: token.text == "Friday")) == "the crash"


def test_a_clause_goes_without_what_brings_it_in(words: Words) -> None:
    read = words("Flights stopped because fog came in.")
    assert shown(read, clause(word(read, "came"))) == "fog came in"
    assert shown(read, clause(word(read, "came"), frozenset({"because"}))) == "because fog came in"


def test_what_follows_from_a_clause_is_told_beside_it(words: Words) -> None:
    read = words("The train derailed after its brakes failed, killing two people.")
    assert shown(read, clause(word(read, "failed"), frozenset({"after"}))) == "after its brakes failed"


def test_punctuation_at_the_ends_is_left_out(words: Words) -> None:
    read = words("(Fog,)")
    fog = word(read, "Fog")
    assert trimmed(fog, 0, len(read) - 1) == (fog.i, fog.i)


def test_a_noun_without_article_or_owner_is_bare(words: Words) -> None:
    read = words("He is in custody at the court.")
    assert is_bare(word(read, "custody"))
    assert not is_bare(word(read, "court"))
