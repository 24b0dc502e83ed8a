"""The verdicts on what reports tell alike."""

from __future__ import annotations

from accord.steps import reconcile
from readings import story
from stories import COPIED, told_of_recognition


def test_a_copied_sentence_is_echoed_and_an_own_one_corroborates() -> None:
    copied = [told_of_recognition("a", COPIED), told_of_recognition("b", COPIED)]
    assert reconcile(story(*copied)).events[0].verdict == "echoed"
    own = told_of_recognition("c", "On the quay, Norway recognised Chile at last.")
    dossier = reconcile(story(*copied, own))
    assert dossier.events[0].verdict == "corroborated"
    happened = next(c for c in dossier.claims if c.kind == "happened")
    assert [(value.reports, value.origins) for value in happened.values] == [(("a", "b", "c"), 2)]
