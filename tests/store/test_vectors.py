"""Vectors that a story's telling made are there for its next, and gone with it."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, func, select

from accord.grouping.meaning.encoder import SentenceEncoder, Vectors
from accord.grouping.meaning.sentence_meaning import Kept, SentenceMeaning
from accord.store.schema import vectors
from accord.store.vectors import forget, remembered

TEXTS = ["A ferry sank.", "A bank failed."]


def rows(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(vectors)).scalar_one()


def unloadable() -> SentenceEncoder:
    raise AssertionError("nothing should have been made anew")


def asked(
    connection: Connection, meaning: SentenceMeaning, story: str = "story-1", basis: str = "a"
) -> tuple[Vectors, Vectors]:
    with remembered(connection, story, basis, meaning):
        return meaning.vectors(TEXTS), meaning.mentions(TEXTS[0], [(2, 7)])


def test_what_was_made_once_is_not_made_again(connection: Connection, sentences: SentenceEncoder) -> None:
    first = asked(connection, SentenceMeaning(lambda: sentences))
    again = asked(connection, SentenceMeaning(unloadable))
    assert [one.tobytes() for one in again] == [one.tobytes() for one in first]
    assert rows(connection) == 1


def test_what_was_made_otherwise_or_for_another_story_is(
    connection: Connection, sentences: SentenceEncoder
) -> None:
    asked(connection, SentenceMeaning(lambda: sentences))
    for other in ({"basis": "b"}, {"story": "story-2"}):
        with pytest.raises(AssertionError, match="made anew"):
            asked(connection, SentenceMeaning(unloadable), **other)


def test_what_is_not_asked_for_any_more_is_dropped(
    connection: Connection, sentences: SentenceEncoder
) -> None:
    asked(connection, SentenceMeaning(lambda: sentences))
    with remembered(connection, "story-1", "a", meaning := SentenceMeaning(unloadable)):
        meaning.vectors(TEXTS[:1])
    with pytest.raises(AssertionError, match="made anew"):
        asked(connection, SentenceMeaning(unloadable))
    with remembered(connection, "story-1", "a", SentenceMeaning(unloadable)):
        pass
    assert rows(connection) == 0


def test_a_story_that_is_no_more_keeps_nothing(connection: Connection, sentences: SentenceEncoder) -> None:
    for story in ("story-1", "story-2"):
        asked(connection, SentenceMeaning(lambda: sentences), story)
    forget(connection, "story-1")
    assert rows(connection) == 1


def test_pieces_of_texts_are_kept_beside_their_vectors(
    connection: Connection, sentences: SentenceEncoder
) -> None:
    texts = [*TEXTS, ""]
    with remembered(connection, "story-1", "a", meaning := SentenceMeaning(lambda: sentences)):
        first: list[Kept] = [*meaning.pieces(texts), meaning.vectors(texts)]
    with remembered(connection, "story-1", "a", meaning := SentenceMeaning(unloadable)):
        again: list[Kept] = [*meaning.pieces(texts), meaning.vectors(texts)]
    assert [one.tobytes() for one in again] == [one.tobytes() for one in first]
    assert [one.shape for one in again] == [one.shape for one in first]


def test_without_meaning_nothing_is_kept(connection: Connection) -> None:
    with remembered(connection, "story-1", "a", None):
        pass
    assert rows(connection) == 0
