"""A corpus of sentences with the events that they tell.

`[id words]` marks a mention of the actor `id`.  An event listed as optional may be found; the corpus
says nothing of it.  Of a listed event only the fields that are given are compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.events.finder import EventFinder
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention, Entity, Event, Factuality
from accord.vocabulary.acts import Acts
from accord.vocabulary.event_types import EventTypes

_CORPUS = [json.loads(line) for line in (Path(__file__).parent / "sentences.jsonl").read_text().splitlines()]
_MARK = re.compile(r"\[(\S+) ([^\]]+)\]")


@pytest.fixture(scope="module")
def finder() -> EventFinder:
    return EventFinder.load()


def unmark(marked: str) -> tuple[str, Cast]:
    """The text without its marks, and the cast that they make."""
    text, mentions = "", []
    at = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        name, words = match.groups()
        code = name if name.isupper() else None
        mentions.append(ActorMention(len(text), len(text) + len(words), words, name, code))
        text += words
        at = match.end()
    text += marked[at:]
    ids = dict.fromkeys(m.actor for m in mentions)
    entities = tuple(Entity(i, i, "state", i if i.isupper() else None) for i in ids)
    return text, Cast(entities, tuple(mentions))


def found_fields(event: Event, events: tuple[Event, ...]) -> dict[str, Any]:
    triggers = {other.id: other.text for other in events}
    return {
        "trigger": event.text,
        "type": event.type,
        "act": event.act,
        "mode": event.mode,
        "cameo": event.cameo,
        "actors": [m.actor for m in event.actors],
        "recipients": [m.actor for m in event.recipients],
        "factuality": event.factuality,
        "polarity": event.polarity,
        "place": event.place.text if event.place else None,
        "within": triggers.get(event.within) if event.within else None,
        **{q.kind: q.value for q in reversed(event.qualifiers)},
    }


@pytest.mark.parametrize("entry", _CORPUS, ids=[f"{i}: {e['text'][:60]}" for i, e in enumerate(_CORPUS)])
def test_the_sentence_tells_these_events(
    entry: dict[str, Any], parse: Callable[..., Parsed], finder: EventFinder
) -> None:
    text, cast = unmark(entry["text"])
    events = finder.find(parse(text), cast, (), ())
    found = {event.text: found_fields(event, events) for event in events}
    wanted = {event["trigger"]: event for event in entry["events"]}
    for trigger, event in wanted.items():
        if event.get("optional"):
            continue
        defaults = {"factuality": "asserted", "polarity": "positive"}
        fields = {**defaults, **event}
        assert trigger in found, f"{trigger!r} is not among {sorted(found)}"
        assert {key: found[trigger][key] for key in fields} == fields
    assert set(found) <= set(wanted)


def test_the_corpus_holds_every_type_act_and_factuality() -> None:
    listed = [event for entry in _CORPUS for event in entry["events"] if not event.get("optional")]
    assert len(_CORPUS) >= 390
    assert {event.get("act") for event in listed} >= set(Acts.load().by_id)
    assert {event.get("type") for event in listed} >= set(EventTypes.load().by_name)
    assert {event.get("factuality", "asserted") for event in listed} == set(get_args(Factuality))
