"""Meaning as it is asked for: loaded late and once, what was asked before is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from accord.errors import VocabularyError
from accord.grouping.meaning.encoder import DIMENSIONS, SentenceEncoder
from accord.grouping.meaning.sentence_meaning import SentenceMeaning
from accord.settings import Settings
from vocabularies import Replaced

TEXTS = ["A ferry sank.", "A bank failed.", "A king was crowned."]


class Counted:
    """Counts how often the model is loaded."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self.encoder = encoder
        self.times = 0

    def load(self) -> SentenceEncoder:
        self.times += 1
        return self.encoder


def test_the_model_is_loaded_at_the_first_question_and_once(sentences: SentenceEncoder) -> None:
    counted = Counted(sentences)
    meaning = SentenceMeaning(counted.load)
    assert meaning.vectors([]).shape == (0, DIMENSIONS)
    assert counted.times == 0
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(meaning.vectors, [TEXTS, TEXTS[::-1], TEXTS, TEXTS[:1]]))
    assert counted.times == 1
    assert (answers[0] == answers[1][::-1]).all()


def test_answers_are_those_of_the_model_also_when_few_are_kept(sentences: SentenceEncoder) -> None:
    wanted = sentences.encode([*TEXTS, TEXTS[0]])
    for kept in (0, 1, 2, 100):
        meaning = SentenceMeaning(lambda: sentences, kept=kept)
        for _ in range(2):
            assert meaning.vectors([*TEXTS, TEXTS[0]]).tobytes() == wanted.tobytes()


def test_mentions_are_those_of_the_model(sentences: SentenceEncoder) -> None:
    found = SentenceMeaning(lambda: sentences).mentions(TEXTS[0], [(2, 7)])
    assert (found == sentences.encode_mentions(TEXTS[0], [(2, 7)])).all()


def test_pieces_are_those_of_the_model_and_give_the_vectors_on_the_way(sentences: SentenceEncoder) -> None:
    counted = Counted(sentences)
    meaning = SentenceMeaning(counted.load)
    found = meaning.pieces([*TEXTS, TEXTS[0]])
    for text, pieces in zip([*TEXTS, TEXTS[0]], found, strict=True):
        assert (pieces == sentences.encode_pieces(text)[1]).all()
    with meaning.noting({}) as noted:
        meaning.vectors(TEXTS)
    assert len(noted) == len(TEXTS)
    assert (meaning.vectors(TEXTS) == sentences.encode(TEXTS)).all()


def test_a_run_without_vectors_has_no_meaning() -> None:
    assert SentenceMeaning.of(Settings(vectors=False)) is None


def test_a_broken_model_is_told_at_the_first_question() -> None:
    broken = Replaced(file="models/meaning.json", data={"about": "", "sha256": "0"})
    meaning = SentenceMeaning.of(Settings(), broken)
    assert meaning is not None
    with pytest.raises(VocabularyError, match="meaning"):
        meaning.vectors(TEXTS)


def test_what_is_noted_answers_another_time(sentences: SentenceEncoder) -> None:
    first = SentenceMeaning(lambda: sentences)
    first.vectors(TEXTS[:1])
    with first.noting({}) as noted:
        wanted = first.vectors(TEXTS), first.mentions(TEXTS[0], [(2, 7)])
    first.vectors(["A dog barked."])
    assert len(noted) == len(TEXTS) + 1

    def unloadable() -> SentenceEncoder:
        raise AssertionError("nothing should have been made anew")

    second = SentenceMeaning(unloadable)
    with second.noting(noted) as again:
        found = second.vectors(TEXTS), second.mentions(TEXTS[0], [(2, 7)])
    assert [one.tobytes() for one in found] == [one.tobytes() for one in wanted]
    assert again.keys() == noted.keys()


def test_a_mention_is_of_its_place_and_text(sentences: SentenceEncoder) -> None:
    meaning = SentenceMeaning(lambda: sentences)
    text = "The bank by the bank failed."
    for spans in ([(4, 8)], [(16, 20)], [(4, 8), (16, 20), (4, 8)], []):
        assert (meaning.mentions(text, spans) == sentences.encode_mentions(text, spans)).all()
    assert (meaning.vectors([text]) == sentences.encode([text])).all()
