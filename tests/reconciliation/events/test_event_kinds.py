"""The vocabulary of happenings: complete for the acts that are found, and worded in every way."""

from __future__ import annotations

import msgspec
import pytest

from accord.reconciliation.events.event_kinds import (
    Kind,
    Kinds,
)
from accord.vocabulary import PACKAGED


class Act(msgspec.Struct):
    """What of an act matters here."""

    id: str


KINDS = PACKAGED.read("en/events/happenings.json", tuple[Kind, ...])


def test_every_act_has_a_kind() -> None:
    acts = {act.id for act in PACKAGED.read("en/acts/acts.json", tuple[Act, ...])}
    assert acts == set(Kinds.load().by_act)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_wording_has_its_recipient_once(kind: Kind) -> None:
    for wording in (kind.noun, kind.base, kind.past, kind.passive):
        assert wording.count("{recipient}") == 1
        assert wording.format(recipient="Peru").count("Peru") == 1
    assert kind.passive.format(recipient="Peru") != kind.past.format(recipient="Peru")
    assert kind.noun.startswith("the ")
