"""The words of a cue, whose it is, and ranges of tokens."""

from __future__ import annotations

import pytest

from accord.extraction.statements.cue import (
    NOBODY,
    agent_of,
    cue_tokens,
    cut,
    is_aside,
    is_passive_participle,
    ranges_of,
    source_of,
)
from clauses import ReadClause


@pytest.mark.parametrize(
    ("text", "verb", "cue"),
    [
        ("The mayor has, however, said it rained.", "said", ["has, however, said"]),
        ("The mayor did not say it rained.", "say", ["did not say"]),
        ("Did the mayor say it rained?", "say", ["say"]),
        ("The mayor pointed out that it rained.", "pointed", ["pointed out"]),
        ("The mayor repeatedly said it rained.", "said", ["repeatedly said"]),
    ],
)
def test_a_cue_is_the_verb_with_its_group(clause: ReadClause, text: str, verb: str, cue: list[str]) -> None:
    read = clause(text)
    assert read.words(ranges_of(cue_tokens(read.tree, read.at[verb]))) == cue


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("The mayor of Karst said it rained.", "said", ["The mayor of Karst"]),
        ("The mayor, smiling at them, said it rained.", "said", ["The mayor"]),
        ("The mayor rose and said it rained.", "said", ["The mayor"]),
        ("The mayor wants to say it rained.", "say", ["The mayor"]),
        ("They asked the mayor to say it rained.", "say", ["the mayor"]),
        ("The mayor promised them to say it rained.", "say", ["The mayor"]),
    ],
)
def test_a_source_is_the_subject_or_who_controls_the_clause(
    clause: ReadClause, text: str, verb: str, source: list[str]
) -> None:
    read = clause(text)
    found = read.words(source_of(read.tree, read.at[verb], read.lexicon).ranges)
    assert [words.rstrip(",") for words in found] == source


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The plan was rejected.", "rejected", True),
        ("A plan rejected by all failed.", "rejected", True),
        ("They rejected it.", "rejected", False),
        ("They have rejected it.", "rejected", False),
    ],
)
def test_a_passive(clause: ReadClause, text: str, verb: str, passive: bool) -> None:
    read = clause(text)
    assert is_passive_participle(read.tree, read.at[verb]) == passive


def test_the_agent_of_a_passive(clause: ReadClause) -> None:
    read = clause("The plan was rejected by the old mayor.")
    assert read.words(agent_of(read.tree, read.at["rejected"], read.lexicon).ranges) == ["the old mayor"]
    read = clause("The plan was rejected.")
    assert agent_of(read.tree, read.at["rejected"], read.lexicon) == NOBODY


def test_an_aside_stands_behind_a_comma(clause: ReadClause) -> None:
    read = clause("The mayor said it rained, adding that it was cold.")
    assert is_aside(read.tree, read.at["adding"], read.lexicon)
    assert not is_aside(read.tree, read.at["said"], read.lexicon)


def test_ranges_cover_tokens_that_touch() -> None:
    assert ranges_of([1, 2, 3, 5, 7, 8]) == ((1, 4), (5, 6), (7, 9))
    assert ranges_of([]) == ()


@pytest.mark.parametrize(
    ("holes", "left"),
    [
        (((3, 5),), ((0, 3), (5, 10))),
        (((0, 2),), ((2, 10),)),
        (((8, 12),), ((0, 8),)),
        (((0, 10),), ()),
        (((10, 12),), ((0, 10),)),
        (((1, 2), (4, 5)), ((0, 1), (2, 4), (5, 10))),
    ],
)
def test_holes_are_cut_out_of_a_range(
    holes: tuple[tuple[int, int], ...], left: tuple[tuple[int, int], ...]
) -> None:
    assert cut(((0, 10),), holes) == left
