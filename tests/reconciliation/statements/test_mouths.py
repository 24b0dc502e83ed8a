"""The same words given to two speakers."""

from __future__ import annotations

import pytest

from accord.steps import reconcile
from readings import ReadingBuilder, story


def _report(
    id: str, speaker: str, words: str = "a rotten deal for us", rest: str = "the ferry plan was"
) -> ReadingBuilder:
    builder = ReadingBuilder(id, f"{speaker} said on Monday that {rest} “{words}”.")
    builder.person(speaker, speaker)
    builder.statement(
        f"that {rest} “{words}”",
        source=speaker,
        cue="said",
        speaker=speaker.lower().replace(" ", "-"),
        kind="mixed",
    )
    return builder


def _told_apart(*builders: ReadingBuilder) -> list[list[str]]:
    dossier = reconcile(story(*builders))
    return [[side.value for side in one.sides] for one in dossier.conflicts if one.kind == "speaker"]


def test_one_quotation_in_two_mouths_is_a_conflict() -> None:
    assert _told_apart(_report("a", "Ana Ruiz"), _report("b", "Ilir Marku")) == [["Ana Ruiz", "Ilir Marku"]]


@pytest.mark.parametrize(
    "other",
    [
        _report("b", "Ana Ruiz"),
        _report("b", "Ana Maria Ruiz"),
        _report("b", "Harbourmaster"),
        _report("b", "Ilir Marku", words="a fine plan for the coast"),
        _report("b", "Ilir Marku", rest="opening the museum in spring had been"),
    ],
    ids=["the same", "a longer name", "an office", "other words", "of something else"],
)
def test_what_is_no_quotation_in_two_mouths(other: ReadingBuilder) -> None:
    assert _told_apart(_report("a", "Ana Ruiz"), other) == []
