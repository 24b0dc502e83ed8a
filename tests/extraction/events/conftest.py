"""Fixtures for the tests of events: texts in which states are named, read up to a stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.events.arguments.reader import ArgumentReader
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.events.finder import EventFinder
from accord.extraction.events.sentence_drafts import SentenceDrafts
from accord.extraction.events.triggers.detection import TriggerFinder
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention, Entity, Event

Parse = Callable[..., Parsed]


def cast_of(text: str, names: dict[str, str]) -> Cast:
    """A cast of the first mention of each name, which is one of the state with its code."""
    mentions = sorted(
        (
            ActorMention(text.index(name), text.index(name) + len(name), name, code, code)
            for name, code in names.items()
        ),
        key=lambda mention: mention.start,
    )
    return Cast(tuple(Entity(c, c, "state", c) for c in dict.fromkeys(names.values())), tuple(mentions))


@pytest.fixture(scope="session")
def finder() -> EventFinder:
    return EventFinder.load()


@pytest.fixture(scope="session")
def events_of(parse: Parse, finder: EventFinder) -> Callable[..., tuple[Event, ...]]:
    """`events_of(text, Peru="PER")`: the events of a text in which these states are named."""

    def events(text: str, **names: str) -> tuple[Event, ...]:
        return finder.find(parse(text), cast_of(text, names), (), ())

    return events


@pytest.fixture(scope="session")
def drafts_of(parse: Parse, finder: EventFinder) -> Callable[..., list[EventDraft]]:
    """`drafts_of(text, Peru="PER")`: what the sentences of a text tell, each read by itself."""

    def drafts(text: str, **names: str) -> list[EventDraft]:
        cast = cast_of(text, names)
        reader = ArgumentReader(cast, finder.doers, finder.grammar)
        sentences = SentenceDrafts(finder.triggers, finder.factuality, finder.coder, reader, cast)
        return [draft for span in parse(text).spans for draft in sentences.of(span)]

    return drafts


@pytest.fixture(scope="session")
def triggers(finder: EventFinder) -> TriggerFinder:
    return finder.triggers
