"""The corpus of passages: each with every statement in it, its parts as they stand in the text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accord.records import Statement

CORPUS = Path(__file__).with_name("passages.jsonl")
PASSAGES: list[dict[str, Any]] = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]


def _plain(text: str, statement: Statement) -> dict[str, object]:
    found: dict[str, object] = {"kind": statement.kind}
    for role in ("source", "cue", "content"):
        found[role] = [text[a:b] for a, b in getattr(statement, role)]
    for role in ("addressee", "medium", "occasion"):
        span = getattr(statement, role)
        if span is not None:
            found[role] = text[span[0] : span[1]]
    return found


def test_the_corpus_is_large_enough() -> None:
    assert len({passage["text"] for passage in PASSAGES}) == len(PASSAGES) >= 200


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["text"][:48])
def test_passage(passage: dict[str, Any], find: Any) -> None:
    found = find(passage["text"])
    assert [_plain(passage["text"], s) for s in found] == passage["statements"]
