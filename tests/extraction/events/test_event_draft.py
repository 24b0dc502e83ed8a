"""A draft before anything is known of it but its trigger and its sides."""

from __future__ import annotations

from collections.abc import Callable

from accord.extraction.events.event_draft import EventDraft

DraftsOf = Callable[..., list[EventDraft]]


def test_a_new_draft_takes_nothing_for_granted(drafts_of: DraftsOf) -> None:
    (draft,) = drafts_of("Peru recognised Kosovo.", Peru="PER", Kosovo="XKX")
    plain = EventDraft(draft.trigger, (), (), "asserted", "positive", None)
    assert not plain.pending
    assert not plain.presupposed
    assert plain.decisions == ()
    assert plain.rank is None
