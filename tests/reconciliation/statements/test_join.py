"""One utterance in the wordings of several reports."""

from __future__ import annotations

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.statements.join import Uttered, join_statements
from accord.records import Evidence, Statement
from accord.steps import reconcile
from readings import story
from stories import calm, only, spoken


def test_one_utterance_quoted_in_different_words() -> None:
    dossier = reconcile(
        story(
            spoken("a", "We have waited a long time for this harbour to open"),
            spoken("b", "We have waited a very long time for this harbour to open"),
        )
    )
    conflict = only(dossier, "wording")
    assert conflict.nature == "difference"
    assert len(dossier.statements) == 1
    assert len(dossier.statements[0].wordings) == 2


def test_shortening_a_quotation_is_no_conflict() -> None:
    dossier = calm(
        spoken("a", "We have waited a long time for this harbour to open to all of us"),
        spoken("b", "We have waited a long time for this harbour to open"),
    )
    assert len(dossier.statements) == 1


def test_words_that_exclude_each_other_are_contested() -> None:
    dossier = reconcile(
        story(
            spoken("a", "This is not a good year for the harbour"),
            spoken("b", "This is a good year for the harbour"),
        )
    )
    assert only(dossier, "wording").nature == "contradiction"
    assert [statement.verdict for statement in dossier.statements] == ["contested"]


def test_what_is_said_within_a_speech_is_no_wording_of_the_speech() -> None:
    words = tuple(f"word{number}" for number in range(8))
    outer, inner, apart = (
        Uttered("r", Statement(f"s{at}", "indirect", (), (), ((at, end),)), "a", "", words, (), (quote,))
        for at, end in ((0, 60), (8, 60), (70, 130))
        for quote in (Evidence("r", at, end, "x" * (end - at)),)
    )
    cast = StoryCast((), {})
    assert len(join_statements((outer, inner), cast)) == 2
    assert len(join_statements((outer, apart), cast)) == 1
