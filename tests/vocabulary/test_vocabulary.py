"""The reader of vocabulary files: what it refuses, what it tells of the user's own, and patterns of words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary, either
from accord.vocabulary.overlay import OwnFile

WIRES = "en/text/wires.json"
OWN = Vocabulary((OwnFile(WIRES, "words/wires.json", b'{"Strelsau Wire": ["sw"]}'),))


def test_a_file_is_read_in_the_shape_that_is_asked_for() -> None:
    assert PACKAGED.read(WIRES, dict[str, list[str]])["Reuters"] == ["reuters"]
    with pytest.raises(VocabularyError, match=WIRES):
        PACKAGED.read(WIRES, list[str])
    with pytest.raises(VocabularyError, match=r"none\.json"):
        PACKAGED.read("en/none.json", list[str])


def test_the_users_own_are_read_with_those_of_the_package() -> None:
    assert (
        OWN.read(WIRES, dict[str, list[str]]).items()
        >= {"Reuters": ["reuters"], "Strelsau Wire": ["sw"]}.items()
    )
    numbers = "en/quantities/numbers.json"
    assert OWN.read(numbers, dict[str, dict[str, float]]) == PACKAGED.read(
        numbers, dict[str, dict[str, float]]
    )


def test_what_a_loader_finds_amiss_names_the_file_laid_over() -> None:
    words = r"^words/wires.json, laid over it, does not fit: .*two agencies"
    with pytest.raises(VocabularyError, match=words), OWN.explained():
        raise VocabularyError("vocabulary file wires.json: 'sw' credits two agencies; keep one")
    with pytest.raises(VocabularyError, match=r"^words/wires.json: broken"), OWN.explained():
        raise VocabularyError("words/wires.json: broken")
    with pytest.raises(VocabularyError, match=r"^vocabulary file acts.json: broken"), OWN.explained():
        raise VocabularyError("vocabulary file acts.json: broken")


def test_the_fingerprint_is_that_of_the_files_as_they_were_found(tmp_path: Path) -> None:
    path = tmp_path / "wires.json"
    path.write_text("{}")
    before = Vocabulary.over(tmp_path)
    path.write_text('{"Strelsau Wire": ["sw"]}')
    after = Vocabulary.over(tmp_path)
    assert len({before.fingerprint(), after.fingerprint(), Vocabulary().fingerprint()}) == 3
    assert after.fingerprint() == Vocabulary.over(tmp_path).fingerprint()
    assert before.read(WIRES, dict[str, list[str]]) == PACKAGED.read(WIRES, dict[str, list[str]])


def test_longer_words_come_first_in_a_pattern() -> None:
    assert either(["a.b", "a", "ab c"]) == r"ab\ c|a\.b|a"


@given(st.lists(st.text(min_size=1), min_size=1, unique=True))
def test_each_word_is_found_whole_whatever_others_it_begins_like(words: list[str]) -> None:
    pattern = re.compile(either(words))
    assert all((found := pattern.match(word)) and found[0] == word for word in words)
    assert either(words) == either(reversed(words))


def test_a_file_as_it_is_comes_from_the_package_alone() -> None:
    assert OWN.packaged_bytes(WIRES) == PACKAGED.packaged_bytes(WIRES)
    with pytest.raises(VocabularyError, match=r"none\.onnx: .*; install Accord again"):
        PACKAGED.packaged_bytes("models/none.onnx")
