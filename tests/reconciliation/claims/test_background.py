"""Sentences beside the happenings: told by several, copied, or told already."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import COPIED, told_of_recognition


def test_background_of_several_reports_is_one_claim() -> None:
    same = "The harbour of Valdivia handles a third of the copper exports."
    alike = "A third of the copper exports is handled by the harbour of Valdivia."
    dossier = reconcile(
        story(
            ReadingBuilder("a", f"{same} Rain fell on fishing boats all week."),
            ReadingBuilder("b", f"{alike} Nobody knows when trains will run again."),
        )
    )
    told = {claim.text: claim for claim in dossier.claims if claim.kind == "background"}
    assert len(told) == 3
    assert told[same].verdict == "corroborated"
    assert told["Rain fell on fishing boats all week."].verdict == "single source"


def test_a_passage_put_in_different_mouths_is_one_echoed_claim() -> None:
    shared = "cheaper transport, cleaner rivers, safer mountain roads and longer summer holidays"
    ministry = ReadingBuilder("a", f"The ministry promised {shared}.")
    ministry.actor("The ministry", "CHL/foreign-ministry")
    ministry.statement(
        shared, source="The ministry", cue="promised", speaker="CHL/foreign-ministry", kind="indirect"
    )
    hopes = ReadingBuilder("b", f"Hopes are for {shared}.")
    dossier = reconcile(story(ministry, hopes))
    (claim,) = (claim for claim in dossier.claims if claim.kind == "background")
    assert claim.verdict == "echoed"
    (value,) = claim.values
    assert (value.reports, value.origins) == (("a", "b"), 1)


def test_a_copied_sentence_that_tells_a_happening_is_no_claim_beside_it() -> None:
    dossier = reconcile(story(*(told_of_recognition(id_, COPIED) for id_ in ("a", "b"))))
    assert [claim for claim in dossier.claims if claim.kind == "background"] == []
    assert {claim.verdict for claim in dossier.claims} == {"echoed"}
