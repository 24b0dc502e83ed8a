"""Posts set in full with their signature."""

from __future__ import annotations

from typing import Any

import pytest

POST = "Ships may enter from noon. Bring a lamp. — Ana Ruiz (@anaruiz) May 3, 2017"


def test_a_post_is_its_signers(find: Any) -> None:
    text = f"The port is open.\n\n{POST}\n\nIt rained."
    (statement,) = find(text, ruiz=("person", "Ana Ruiz"))
    assert statement.kind == "direct"
    assert statement.speaker == "ruiz"
    assert [text[a:b] for a, b in statement.source] == ["Ana Ruiz"]
    assert [text[a:b] for a, b in statement.content] == ["Ships may enter from noon. Bring a lamp"]


def test_two_posts_of_one_line_are_two_statements(find: Any) -> None:
    text = f"{POST} Gates shut at nine. — Harbour Desk (@harbour) 4 May 2017"
    found = find(text)
    assert [text[slice(*s.source[0])] for s in found] == ["Ana Ruiz", "Harbour Desk"]
    assert text[slice(*found[1].content[0])] == "Gates shut at nine"


@pytest.mark.parametrize(
    "text",
    [
        "The port is open — Ana Ruiz (left) May 3, 2017",
        "The port — Ana Ruiz (@anaruiz) says so",
        "— Ana Ruiz (@a) May 3, 2017",
    ],
)
def test_what_is_no_signed_post(find: Any, text: str) -> None:
    assert not any(statement.kind == "direct" for statement in find(text))
