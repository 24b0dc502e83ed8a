"""What only leads up to a cue, and the clause that a tag interrupts or follows."""

from __future__ import annotations

import pytest

from accord.extraction.statements.carriers import carried_words, carriers, host_clause, is_wanted
from accord.extraction.statements.cue import ranges_of
from clauses import ReadClause


@pytest.mark.parametrize(
    ("text", "cue", "leads"),
    [
        ("The mayor continued to argue that it rained.", "argue", ["continued"]),
        ("The mayor was quick to add that it rained.", "add", ["quick", "was"]),
        ("The mayor went on to say that it rained.", "say", ["went"]),
        ("The mayor failed to say that it rained.", "say", ["failed"]),
        ("The mayor asked them to say that it rained.", "say", []),
        ("The mayor said that it rained.", "said", []),
    ],
)
def test_words_that_lead_up_to_a_cue(clause: ReadClause, text: str, cue: str, leads: list[str]) -> None:
    read = clause(text)
    found = carriers(read.tree, read.at[cue], read.lexicon)
    assert [read.tree.lower[i] for i in found] == leads


def test_what_is_carried_runs_from_the_verb_group_to_the_cue(clause: ReadClause) -> None:
    read = clause("The mayor has continued to argue that it rained.")
    found = carriers(read.tree, read.at["argue"], read.lexicon)
    carried = sorted(carried_words(read.tree, read.at["argue"], found))
    assert read.words(ranges_of(carried)) == ["has continued to argue"]
    assert carried_words(read.tree, read.at["argue"], ()) == set()


@pytest.mark.parametrize(
    ("text", "cue", "wanted"),
    [
        ("The mayor vowed to reject the plan.", "reject", True),
        ("The mayor was asked to reject the plan.", "reject", True),
        ("The plan to reject the offer failed.", "reject", True),
        ("The mayor rejected the plan.", "rejected", False),
        ("The mayor continued to reject the plan.", "reject", False),
    ],
)
def test_what_is_wanted_is_not_said(clause: ReadClause, text: str, cue: str, wanted: bool) -> None:
    read = clause(text)
    assert is_wanted(read.tree, read.at[cue], read.lexicon) == wanted


@pytest.mark.parametrize(
    ("text", "cue", "host"),
    [
        ("The plan, the mayor said, had failed.", "said", ["The plan", "had failed."]),
        ("As the mayor said, the plan had failed.", "said", ["the plan had failed."]),
        ("The mayor said the plan had failed.", "said", []),
    ],
)
def test_the_clause_around_a_tag(clause: ReadClause, text: str, cue: str, host: list[str]) -> None:
    read = clause(text)
    found = read.words(host_clause(read.tree, read.at[cue]))
    assert [words.strip(", ") for words in found] == host
