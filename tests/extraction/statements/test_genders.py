"""Whom "he" and "she" fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.errors import VocabularyError
from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.genders import Genders, GenderWords
from accord.extraction.statements.mentions import Mentions
from accord.records import ActorMention, Entity
from accord.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def words() -> GenderWords:
    return GenderWords.load()


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Mr. Noor opened the port.", "Noor", "male"),
        ("Ms Noor opened the port.", "Noor", "female"),
        ("Spokeswoman Robin Noor opened the port.", "Robin Noor", "female"),
        ("Robin Noor, a businessman, opened the port.", "Robin Noor", "male"),
        ("Julia Noor opened the port.", "Julia Noor", "female"),
        ("Robin Noor opened the port with her sister.", "Robin Noor", "female"),
        ("Robin Noor hurt himself at the port.", "Robin Noor", "male"),
        ("Robin Noor opened the port.", "Robin Noor", None),
        ("Robin Noor saw her.", "Robin Noor", None),
    ],
)
def test_the_gender_of_a_person(
    parse: Callable[..., Parsed], words: GenderWords, text: str, name: str, gender: str | None
) -> None:
    tree = TokenTree.of(parse(text).doc)
    at = text.index(name)
    cast = Cast((Entity("noor", name, "person"),), (ActorMention(at, at + len(name), name, "noor"),))
    found = Genders.of(tree, cast, Mentions.of(tree, cast), words)
    assert found.known.get("noor") == gender
    assert found.fits("she", "noor") == (gender != "male")
    assert found.fits("he", "noor") == (gender != "female")
    assert found.matches("she", "noor") == (gender == "female")


def test_nouns_that_name_a_person(words: GenderWords) -> None:
    assert words.is_person("witness")
    assert words.is_person("cellist")
    assert not words.is_person("harbour")


def test_no_name_is_of_both_genders(words: GenderWords) -> None:
    assert words.names["Julia"] == "female"
    assert words.names["Peter"] == "male"
    assert "Robin" not in words.names


def test_a_broken_file_is_told(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "genders.json").write_text('{"male_names": 3}', encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"genders\.json"):
        GenderWords.load(Vocabulary.over(folder))
