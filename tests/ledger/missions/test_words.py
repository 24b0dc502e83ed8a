"""The words of missions: what their loader refuses."""

from __future__ import annotations

import json
from importlib.resources import files

import msgspec
import pytest

from accord.errors import VocabularyError
from accord.ledger.missions import words
from accord.ledger.missions.words import Words

DATA = json.loads(files("accord.vocabulary").joinpath("mission_words.json").read_text("utf-8"))


def test_what_ends_a_mission_must_end_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps({**DATA, "ends": ["evaporate"]})
    monkeypatch.setattr(words, "read", lambda _, shape: msgspec.json.decode(text, type=shape))
    with pytest.raises(VocabularyError, match="evaporate"):
        Words.load()


def test_a_broken_mission_is_none() -> None:
    assert not Words.load().ends & {"break", "cut", "sever"}
