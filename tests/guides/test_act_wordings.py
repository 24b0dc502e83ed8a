"""The words of missions: what their loader refuses."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from accord.errors import VocabularyError
from accord.guides.act_wordings import GuideWords
from vocabularies import Replaced

DATA = json.loads(files("accord.vocabulary").joinpath("en/acts/mission_words.json").read_text("utf-8"))


def test_what_ends_a_mission_must_end_relations() -> None:
    file = {**DATA, "ends": ["evaporate"]}
    with pytest.raises(VocabularyError, match="evaporate"):
        GuideWords.load(Replaced(file="en/acts/mission_words.json", data=file))


def test_a_broken_mission_is_none() -> None:
    assert not GuideWords.load().ends & {"break", "cut", "sever"}
