"""Acts are data: one entry makes a new act, from its words to the relations it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accord.errors import VocabularyError
from accord.extraction.actors.cast import Cast
from accord.extraction.events.finder import EventFinder
from accord.extraction.parse.parsed import Parsed
from accord.ledger.rules import Rules
from accord.reconciliation.events.event_kinds import EventKinds
from accord.records import ActorMention, Entity, Event
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.acts import FILE, Acts
from vocabularies import Replaced

_KIND = {
    "name": "crowning",
    "noun": "the crowning of {recipient}",
    "base": "crown {recipient}",
    "past": "crowned {recipient}",
}
_CROWN = {
    "id": "crown",
    "name": "crowning",
    "type": "SUPPORT",
    "cameo": "050",
    "one_sided": True,
    "kind": _KIND,
    "changes": [{"aspect": "recognition", "from": "actor", "to": "recipient", "level": "recognised"}],
    "triggers": {"verbs": [{"words": "crown", "object": "@name"}], "nouns": [{"words": "crowning"}]},
}


def entries() -> list[dict[str, Any]]:
    return PACKAGED.read(FILE, list[dict[str, Any]])


def vocabulary(*more: dict[str, Any]) -> Vocabulary:
    """The vocabulary as it is shipped, with more acts."""
    return Replaced(file=FILE, data=[*entries(), *more])


def events(finder: EventFinder, parsed: Parsed, *names: str) -> tuple[Event, ...]:
    """The events of a text in which states are named."""
    mentions = tuple(
        ActorMention(at, at + len(name), name, name[:3].upper(), name[:3].upper())
        for name in names
        if (at := parsed.text.find(name)) >= 0
    )
    entities = tuple(Entity(m.actor, m.text, "state", m.code) for m in mentions)
    return finder.find(parsed, Cast(entities, mentions), (), ())


def test_a_new_act_is_one_entry(parse: Callable[..., Parsed]) -> None:
    more = vocabulary(_CROWN)
    parsed = parse("Peru crowned Chile on Monday.")
    (event,) = events(EventFinder.load(more), parsed, "Peru", "Chile")
    assert (event.act, event.type, event.cameo) == ("crown", "SUPPORT", "050")
    assert [m.actor for m in (*event.actors, *event.recipients)] == ["PER", "CHI"]
    kind = EventKinds.load(more).of(event)
    assert kind is not None
    assert kind.past == "crowned {recipient}"
    (change,) = Rules.load(more).by_act["crown", "happened"]
    assert change.level == "recognised"


def test_without_its_entry_nobody_knows_the_act(parse: Callable[..., Parsed]) -> None:
    assert not events(EventFinder.load(), parse("Peru crowned Chile on Monday."), "Peru", "Chile")


def test_an_act_is_of_its_own_family_and_deed_unless_it_says_otherwise() -> None:
    acts = Acts.load(vocabulary(_CROWN, {**_CROWN, "id": "anoint", "family": "crown", "kind": "crowning"}))
    assert (acts.by_id["crown"].family, acts.by_id["crown"].deed) == ("crown", "crown")
    assert (acts.by_id["anoint"].family, acts.by_id["anoint"].deed) == ("crown", "crown")
    assert acts.kinds["anoint"] is acts.kinds["crown"]


def test_every_recognition_is_of_one_family() -> None:
    acts = Acts.load().by_id.values()
    assert len({act.family for act in acts if act.recognition == "given"}) == 1
    assert not {a.family for a in acts if a.recognition == "withdrawn"} & {
        a.family for a in acts if a.recognition == "given"
    }


def test_relief_is_from_measures_and_what_changes_a_mission_is_an_act_at_one() -> None:
    acts = Acts.load().by_id.values()
    assert all(act.measure for act in acts if act.relief)
    assert all(act.mission for act in acts if any(c.aspect == "mission" for c in act.changes))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({**_CROWN, "type": "GREET"}, "'GREET' is no type"),
        ({**_CROWN, "id": "visit"}, "act 'visit': stands twice"),
        ({**_CROWN, "kind": "coronation"}, "'coronation' is no kind"),
        ({**_CROWN, "kind": {**_KIND, "name": "visit"}}, "kind 'visit' stands twice"),
        ({**_CROWN, "kind": {**_KIND, "mirrored": ["crown"]}}, "not of its kind"),
        ({**_CROWN, "of_rulers": "depose"}, "'depose', which is no act"),
        ({**_CROWN, "colour": "gold"}, "colour"),
    ],
)
def test_an_entry_that_cannot_be_right_is_refused(entry: dict[str, Any], fault: str) -> None:
    with pytest.raises(VocabularyError, match=fault):
        Acts.load(vocabulary(entry))
