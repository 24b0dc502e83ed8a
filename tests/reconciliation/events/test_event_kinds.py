"""Kinds of happening: every act has one, and it is worded in every way."""

from __future__ import annotations

import pytest

from accord.reconciliation.events.event_kinds import EventKinds
from accord.records import Event
from accord.vocabulary.acts import Acts, EventKind

KINDS = {kind.name: kind for kind in EventKinds.load().by_act.values()}


def event(type_: str, act: str | None) -> Event:
    return Event(
        "e0", 0, 4, "word", type_, None, act, (), None, (), (), None, None, "positive", "asserted", None, 0
    )  # fmt: skip


def test_every_act_has_a_kind() -> None:
    assert set(EventKinds.load().by_act) == set(Acts.load().by_id)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_wording_has_its_recipient_once(kind: EventKind) -> None:
    for wording in (kind.noun, kind.base, kind.past):
        assert wording.count("{recipient}") == 1
        assert wording.format(recipient="Peru").count("Peru") == 1
    assert kind.noun.startswith("the ")


def test_what_is_told_from_two_sides_is_one_kind() -> None:
    kinds = EventKinds.load()
    presented = kinds.of(event("SUPPORT", "present-credentials"))
    assert presented is not None
    assert presented == kinds.of(event("SUPPORT", "accept-credentials"))
    assert presented.mirrored == {"accept-credentials"}


def test_mentions_without_an_act_have_their_type_in_common() -> None:
    kinds = EventKinds.load()
    assert kinds.of(event("COERCE", None)) is None
    assert kinds.key(event("COERCE", None)) == "COERCE"
    assert kinds.key(event("SUPPORT", "recognise")) == kinds.key(event("SUPPORT", "recognise-state"))
