"""What an active verb attributes: its clause, infinitive, object or preposition."""

from __future__ import annotations

import pytest

from accord.extraction.statements.complements import active_statement
from accord.extraction.statements.cue import NOBODY, StatementDraft
from clauses import Clause, ReadClause


def _draft(read: Clause, verb: str) -> StatementDraft | None:
    frames = read.lexicon.frames(read.tree, read.at[verb])
    return active_statement(read.tree, read.at[verb], frames, read.lexicon, read.quotes)


@pytest.mark.parametrize(
    ("text", "verb", "content"),
    [
        ("The mayor said that it rained.", "said", ["that it rained"]),
        ("It rained, the mayor said.", "said", ["It rained"]),
        ("If it rains, the fair may close, the mayor said.", "said", ["If it rains, the fair may close"]),
        ("The mayor wants to close the fair.", "wants", ["to close the fair"]),
        ("The mayor called for the band to play.", "called", ["the band to play"]),
        ("The mayor warned of floods.", "warned", ["floods"]),
        ("The mayor rejected the plan.", "rejected", ["the plan"]),
        ("The mayor praised the band for its courage.", "praised", ["the band for its courage"]),
        ("The mayor said for the first time on Monday that it rained.", "said", ["that it rained"]),
        ("They kept a plan critics have denounced.", "denounced", ["a plan"]),
        ("The mayor asked whether it rained.", "asked", ["whether it rained"]),
        (
            "The mayor said the road was closed, and nobody slept.",
            "said",
            ["the road was closed, and nobody slept"],
        ),
        ("The mayor said it rained but added that it was warm.", "said", ["it rained"]),
    ],
)
def test_the_content(clause: ReadClause, text: str, verb: str, content: list[str]) -> None:
    read = clause(text)
    draft = _draft(read, verb)
    assert draft is not None
    assert [words.strip(" .,") for words in read.words(draft.content)] == content


@pytest.mark.parametrize(
    ("text", "verb"), [("The mayor said.", "said"), ("The mayor vowed to reject the plan.", "reject")]
)
def test_a_verb_without_a_complement_or_not_yet_said_attributes_nothing(
    clause: ReadClause, text: str, verb: str
) -> None:
    assert _draft(clause(text), verb) is None


def test_a_preposition_behind_the_verb_is_of_the_cue(clause: ReadClause) -> None:
    read = clause("The mayor warned of floods.")
    draft = _draft(read, "warned")
    assert draft is not None
    assert (read.words(draft.cue), read.words(draft.source.ranges)) == (["warned of"], ["The mayor"])


def test_a_clause_of_speech_is_told_from_an_object(clause: ReadClause) -> None:
    said, rejected = (
        _draft(clause(text), verb)
        for text, verb in (("The mayor said it rained.", "said"), ("The mayor rejected it.", "rejected"))
    )
    assert said is not None
    assert rejected is not None
    assert (said.clausal, rejected.clausal) == (True, False)


def test_who_continues_to_argue_is_led_by_another_verb(clause: ReadClause) -> None:
    read = clause("The mayor continued to argue that it rained.")
    draft = _draft(read, "argue")
    assert draft is not None
    assert draft.led_by == (read.at["continued"],)
    assert read.words(draft.cue) == ["continued to argue"]


def test_what_it_is_important_to_note_is_nobodys(clause: ReadClause) -> None:
    read = clause("It is important to note that the road is closed.")
    draft = _draft(read, "note")
    assert draft is not None
    assert draft.source == NOBODY
