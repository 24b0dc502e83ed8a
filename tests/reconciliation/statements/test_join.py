"""One utterance in the wordings of several reports."""

from __future__ import annotations

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
