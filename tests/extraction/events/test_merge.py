"""One event a happening: what only says again, or leads up to, another of its sentence is dropped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.event_draft import EventDraft
from accord.extraction.events.merge import merged

DraftsOf = Callable[..., list[EventDraft]]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # A noun that names what a verb tells.
        ("Peru expelled two envoys of Chile and confirmed the expulsion.", ["expelled"]),
        # The talks are what was held.
        ("Peru held talks with Chile.", ["held"]),
        # What is asked for is part of the request, but for an act.
        ("Peru urged Chile to praise the plan.", ["urged"]),
        ("Peru urged Chile to close its embassy.", ["urged", "close"]),
        # Two deeds of one doer.
        ("Peru recalled its ambassador to Chile and expelled the envoys of Chile.", ["recalled", "expelled"]),
    ],
)
def test_what_is_kept_of_a_sentence(drafts_of: DraftsOf, text: str, kept: list[str]) -> None:
    names = {name: code for name, code in (("Peru", "PER"), ("Chile", "CHL")) if name in text}
    assert [draft.trigger.token.text for draft in merged(drafts_of(text, **names))] == kept


def test_nothing_is_dropped_where_nothing_is_said_twice(drafts_of: DraftsOf) -> None:
    found = drafts_of("Peru recognised Kosovo.", Peru="PER", Kosovo="XKX")
    assert merged(found) == found
    assert merged([]) == []
