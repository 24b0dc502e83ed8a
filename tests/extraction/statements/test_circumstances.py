"""To whom a statement is made, through what and on what occasion."""

from __future__ import annotations

from typing import Any

import pytest


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
