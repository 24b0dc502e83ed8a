"""The drafts of a sentence: which sense of a word its sides choose, who fills them, and how it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.event_draft import EventDraft

DraftsOf = Callable[..., list[EventDraft]]
PERU_AND_CHILE = {"Peru": "PER", "Chile": "CHL"}


def sides(draft: EventDraft) -> tuple[list[str], list[str]]:
    return [m.actor for m in draft.actors], [m.actor for m in draft.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Peru expelled two diplomats of Chile.",
        "Two diplomats of Chile were expelled by Peru.",
        "Peru promised to expel two diplomats of Chile.",
    ],
)
def test_sides_are_the_same_in_every_voice(drafts_of: DraftsOf, text: str) -> None:
    draft = next(d for d in drafts_of(text, **PERU_AND_CHILE) if d.trigger.token.lemma_ == "expel")
    assert sides(draft) == (["PER"], ["CHL"])


def test_who_receives_a_visit_is_not_who_makes_it(drafts_of: DraftsOf) -> None:
    text = "Peru received a visit from Chile."
    visit = next(d for d in drafts_of(text, **PERU_AND_CHILE) if d.trigger.token.text == "visit")
    assert sides(visit) == (["CHL"], ["PER"])


def test_a_draft_without_its_sides_is_pending(drafts_of: DraftsOf) -> None:
    (draft,) = drafts_of("Peru visited.", Peru="PER")
    assert draft.pending
    (draft,) = drafts_of("Peru visited Chile.", **PERU_AND_CHILE)
    assert not draft.pending


def test_steps_toward_a_thing_are_cooperation_and_not_yet_the_thing(drafts_of: DraftsOf) -> None:
    text = "Peru took steps to resume diplomatic relations with Chile."
    draft = next(d for d in drafts_of(text, **PERU_AND_CHILE) if d.trigger.token.text == "resume")
    assert draft.trigger.sense.act is None
    assert draft.trigger.sense.type.name == "COOPERATE"


def test_the_same_clause_of_a_plan_is_planned(drafts_of: DraftsOf) -> None:
    (draft,) = drafts_of("Peru will visit Chile.", **PERU_AND_CHILE)
    assert (draft.factuality, draft.polarity) == ("planned", "positive")
    (draft,) = drafts_of("Peru did not visit Chile.", **PERU_AND_CHILE)
    assert (draft.factuality, draft.polarity) == ("asserted", "negative")
