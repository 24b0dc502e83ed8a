"""The words of propositions: checked where they are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accord.errors import VocabularyError
from accord.extraction.propositions.proposition_words import PropositionWords
from accord.vocabulary import Vocabulary


def test_a_noun_of_happening_is_of_its_doer_or_of_what_it_is_done_to() -> None:
    file = PropositionWords.load().file
    assert not file.doings & file.deeds
    assert file.undergone <= file.doings | file.deeds
    assert file.changes <= file.doings | file.deeds


def test_what_is_counted_as_a_person_but_is_none_is_left_out() -> None:
    words = PropositionWords.load()
    assert "nurse" in words.persons
    assert not words.persons & words.file.things


def test_a_word_of_ones_own_is_added(tmp_path: Path) -> None:
    (tmp_path / "propositions.json").write_text(json.dumps({"doings": ["regatta"]}), encoding="utf-8")
    assert "regatta" in PropositionWords.load(Vocabulary.over(tmp_path)).happenings


def test_a_word_in_capitals_is_refused(tmp_path: Path) -> None:
    (tmp_path / "propositions.json").write_text(json.dumps({"doings": ["Regatta"]}), encoding="utf-8")
    with pytest.raises(VocabularyError, match="'doings' must list words in lower case"):
        PropositionWords.load(Vocabulary.over(tmp_path))
