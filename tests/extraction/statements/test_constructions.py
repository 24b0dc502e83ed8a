"""What passives, "seems", adjectives, nouns, "according to" and hearsay attribute."""

from __future__ import annotations

import pytest

from accord.extraction.statements.constructions import (
    according_to,
    adjective_statement,
    hearsay,
    noun_statement,
    passive_statement,
    raising_statement,
)
from accord.extraction.statements.cue import NOBODY, StatementDraft
from clauses import Clause, ReadClause


def _parts(read: Clause, draft: StatementDraft | None) -> tuple[list[str], list[str], list[str]]:
    assert draft is not None
    content = [words.rstrip(" .") for words in read.words(draft.content)]
    return read.words(draft.source.ranges), read.words(draft.cue), content


@pytest.mark.parametrize(
    ("text", "verb", "parts"),
    [
        (
            "The plan was rejected by the mayor.",
            "rejected",
            (["the mayor"], ["was rejected"], ["The plan"]),
        ),
        (
            "The mayor was accused of fraud by the clerk.",
            "accused",
            (["the clerk"], ["was accused of"], ["The mayor", "fraud"]),
        ),
        (
            "It was said that the mayor had left.",
            "said",
            ([], ["was said"], ["that the mayor had left"]),
        ),
    ],
)
def test_a_passive(
    clause: ReadClause, text: str, verb: str, parts: tuple[list[str], list[str], list[str]]
) -> None:
    read = clause(text)
    at = read.at[verb]
    found = passive_statement(read.tree, at, read.lexicon.frames(read.tree, at), read.lexicon)
    assert _parts(read, found) == parts


def test_a_name_is_nobodys_opinion(clause: ReadClause) -> None:
    read = clause("They met in a town called Harbour Hill.")
    at = read.at["called"]
    assert passive_statement(read.tree, at, read.lexicon.frames(read.tree, at), read.lexicon) is None


def test_what_seems_is_nobodys_and_holds_the_subject(clause: ReadClause) -> None:
    read = clause("The mayor seems to agree.")
    found = raising_statement(read.tree, read.at["seems"])
    assert _parts(read, found) == ([], ["seems"], ["The mayor", "to agree"])
    read = clause("It seems that the mayor agrees.")
    assert _parts(read, raising_statement(read.tree, read.at["seems"]))[2] == ["that the mayor agrees"]


def test_an_adjective_with_its_clause(clause: ReadClause) -> None:
    read = clause("The mayor is confident that it will rain.")
    found = adjective_statement(read.tree, read.at["confident"], read.lexicon)
    assert _parts(read, found) == (["The mayor"], ["is confident"], ["that it will rain"])
    read = clause("The mayor is confident.")
    assert adjective_statement(read.tree, read.at["confident"], read.lexicon) is None


def test_a_participle_may_be_an_adjective(clause: ReadClause) -> None:
    read = clause("The mayor, opposed to the plan, left.")
    found = adjective_statement(read.tree, read.at["opposed"], read.lexicon)
    assert _parts(read, found)[1:] == (["opposed to"], ["the plan"])


@pytest.mark.parametrize(
    ("text", "noun", "source", "content"),
    [
        ("The mayor’s claim that it rained was false.", "claim", ["The mayor’s"], ["that it rained"]),
        ("The mayor made a promise to leave.", "promise", ["The mayor"], ["to leave"]),
        ("The claim that it rained was false.", "claim", [], ["that it rained"]),
        ("The mayor left in the hope that it rained.", "hope", ["The mayor"], ["that it rained"]),
    ],
)
def test_a_noun_with_its_complement(
    clause: ReadClause, text: str, noun: str, source: list[str], content: list[str]
) -> None:
    read = clause(text)
    found = _parts(read, noun_statement(read.tree, read.at[noun], read.lexicon))
    assert (found[0], found[2]) == (source, content)


def test_according_to_attributes_the_clause_it_stands_in(clause: ReadClause) -> None:
    read = clause("According to the mayor, it rained.")
    found = _parts(read, according_to(read.tree, 0, read.lexicon))
    assert found[:2] == (["the mayor"], ["According to"])
    assert found[2][-1].strip(", ") == "it rained"
    read = clause("They sang according to plan B.")
    assert according_to(read.tree, read.at["sang"], read.lexicon) is None


def test_hearsay_is_nobodys(clause: ReadClause) -> None:
    read = clause("The mayor reportedly left.")
    found = hearsay(read.tree, read.at["reportedly"])
    assert found is not None
    assert found.source == NOBODY
    assert _parts(read, found)[1:] == (["reportedly"], ["The mayor", "left"])
