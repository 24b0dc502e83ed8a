"""Events made up from the words that trigger them."""

from __future__ import annotations

from spacy.tokens import Token

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.records import Event, Time

LINKER = EventTimeLinker.load()


def make_event(name: str, parsed: Parsed, token: Token, trigger: str, time: Time | None) -> Event:
    return Event(
        id=name,
        start=token.idx,
        end=token.idx + len(trigger),
        text=trigger,
        type="SUPPORT",
        mode=None,
        act="recognise",
        contexts=(),
        cameo=None,
        actors=(),
        recipients=(),
        time=time,
        place=None,
        polarity="positive",
        factuality="asserted",
        reported_by=None,
        sentence=parsed.sentence_of(token) or 0,
        lemma=token.lemma_,
    )


def make_events(parsed: Parsed, triggers: list[str], finder: TimeFinder) -> tuple[Event, ...]:
    """One event a trigger, each trigger found after the one before it; all asserted."""
    times = finder.find(parsed)
    events: list[Event] = []
    at = 0
    for number, trigger in enumerate(triggers):
        start = parsed.text.index(trigger, at)
        at = start + len(trigger)
        token = next(t for t in parsed.doc if t.idx >= start)
        events.append(make_event(f"e{number}", parsed, token, trigger, LINKER.time_of(parsed, times, token)))
    return tuple(events)
