"""Whose a quotation without a tag is."""

from __future__ import annotations

from typing import Any

import pytest


def _told(text: str, found: Any) -> dict[str, str]:
    """Each quotation with its source."""
    return {
        text[a:b]: " ".join(text[c:d] for c, d in statement.source)
        for statement in found
        for a, b in statement.content
        if text[a] == "“"
    }


@pytest.mark.parametrize(
    ("text", "quotation", "source"),
    [
        ("“We sail,” Ana Ruiz said. “The tide is in.”", "“The tide is in.”", "Ana Ruiz"),
        ("“We sail,” Ana Ruiz said.\n\n“The tide is in.”", "“The tide is in.”", "Ana Ruiz"),
        ("Ana Ruiz said it was time. “The tide is in.”", "“The tide is in.”", "Ana Ruiz"),
        ("Ana Ruiz said it was time.\n\n“The tide is in.”", "“The tide is in.”", "Ana Ruiz"),
        (
            "Ilir Marku said no. Ana Ruiz described the sea. “The tide is in.”",
            "“The tide is in.”",
            "Ana Ruiz",
        ),
        (
            "“We sail,” Ana Ruiz said. Ilir Marku said no. “The tide is out.”",
            "“The tide is out.”",
            "Ilir Marku",
        ),
        (
            "“We sail.\n\nA ferry in the harbour (picture desk)\n\n“The tide is in,” Ana Ruiz said.",
            "“We sail",
            "Ana Ruiz",
        ),
    ],
)
def test_a_quotation_without_a_tag(find: Any, text: str, quotation: str, source: str) -> None:
    assert _told(text, find(text))[quotation] == source


def test_what_nobody_brings_in_is_nobodys(find: Any) -> None:
    text = "The ferry left at noon. “The tide is in.”"
    assert _told(text, find(text)) == {}


def test_what_is_told_before_is_a_statement_of_its_own(find: Any) -> None:
    text = "Ana Ruiz said it was time. “The tide is in.”"
    assert [[text[a:b] for a, b in s.content] for s in find(text)] == [["it was time"], ["“The tide is in.”"]]
