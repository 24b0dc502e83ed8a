"""Who of the cast made a statement, to whom, through what and on what occasion."""

from __future__ import annotations

from typing import Any

import pytest

from accord.records import Statement


def _speakers(found: tuple[Statement, ...]) -> list[str | None]:
    return [statement.speaker for statement in found]


def test_a_named_speaker(find: Any) -> None:
    found = find("Prime Minister Ana Ruiz said the port was open.", ruiz=("person", "Ana Ruiz"))
    assert _speakers(found) == ["ruiz"]


def test_a_pronoun_is_whoever_spoke_last(find: Any) -> None:
    text = "Ana Ruiz said the port was open. “Ships may enter,” she said."
    assert _speakers(find(text, ruiz=("person", "Ana Ruiz"))) == ["ruiz", "ruiz"]


def test_a_pronoun_is_the_person_just_named(find: Any) -> None:
    text = "Ana Ruiz opened the port on Friday. “Ships may enter,” she said."
    assert _speakers(find(text, ruiz=("person", "Ana Ruiz"))) == ["ruiz"]


def test_a_person_is_not_it(find: Any) -> None:
    text = "Ana Ruiz said the port was open. It said ships may enter."
    assert _speakers(find(text, ruiz=("person", "Ana Ruiz"))) == ["ruiz", None]


def test_a_relative_pronoun_is_its_antecedent(find: Any) -> None:
    text = "Ana Ruiz, who said the port was open, left on Friday."
    assert _speakers(find(text, ruiz=("person", "Ana Ruiz"))) == ["ruiz"]


def test_a_spokesman_speaks_for_his_institution(find: Any) -> None:
    text = "A spokesman for the Port Authority said the gates were shut."
    assert _speakers(find(text, port=("institution", "Port Authority"))) == ["port"]


def test_a_statement_speaks_for_whose_it_is(find: Any) -> None:
    text = "A statement from the Port Authority said the gates were shut."
    assert _speakers(find(text, port=("institution", "Port Authority"))) == ["port"]


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("The mayor told reporters that it rained.", "addressee", "reporters"),
        ("“It rained,” the mayor said to the clerk.", "addressee", "the clerk"),
        ("The mayor said in a statement that it rained.", "medium", "in a statement"),
        ("The mayor wrote on Twitter that it rained.", "medium", "on Twitter"),
        ("The mayor said at a press conference that it rained.", "occasion", "at a press conference"),
        ("Speaking at a rally, the mayor said that it rained.", "occasion", "at a rally"),
        ("The mayor said in the rain that it rained.", "medium", None),
        ("The mayor said at the gate that it rained.", "occasion", None),
        ("The mayor said that it rained at a press conference.", "addressee", None),
    ],
)
def test_what_is_told_around_a_statement(find: Any, text: str, role: str, words: str | None) -> None:
    (statement,) = find(text)
    span = getattr(statement, role)
    assert (text[slice(*span)] if span else None) == words


def test_a_pronoun_is_nobody_long_after_anybody_spoke(find: Any) -> None:
    rain = "Rain fell on the valley all day. " * 50
    text = f"Ana Ruiz said the port was open. {rain}“Ships may enter,” she said."
    assert _speakers(find(text, ruiz=("person", "Ana Ruiz"))) == ["ruiz", None]


def test_it_is_the_body_that_spoke_last(find: Any) -> None:
    text = "The Port Authority said the gates were shut. It said ships may enter."
    assert _speakers(find(text, port=("institution", "Port Authority"))) == ["port", "port"]


def test_a_spokesman_is_his_owners_voice_and_a_neighbour_is_not(find: Any) -> None:
    for noun, speaker in (("spokesman", "ruiz"), ("neighbour", None)):
        found = find(f"Ana Ruiz’s {noun} said the gates were shut.", ruiz=("person", "Ana Ruiz"))
        assert _speakers(found) == [speaker]
