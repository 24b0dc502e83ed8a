"""The records of a report's events: drafts with their time, their place, and whose word they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.arguments.named_sides import implied_sides
from accord.extraction.events.arguments.reader import PlaceReader
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.events.modality.cues import Attribution
from accord.extraction.events.modality.qualifiers import QualifierReader
from accord.extraction.events.triggers.detection import Trigger
from accord.extraction.events.triggers.plover import PloverCoder
from accord.extraction.parse.clauses import is_verb, lemma_of
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.records import Event, Time

if TYPE_CHECKING:
    from accord.extraction.parse.parsed import Parsed


class EventRecorder(Struct, frozen=True):
    """Makes the events of one report.

    `governing` are the words for those who govern, by the act that an act on them becomes.
    """

    parsed: Parsed
    times: tuple[Time, ...]
    linker: EventTimeLinker
    places: PlaceReader
    attribution: Attribution
    qualifiers: QualifierReader
    coder: PloverCoder
    governing: Mapping[str, frozenset[str]]

    def record(self, drafts: list[EventDraft]) -> tuple[Event, ...]:
        """Events in the order of their drafts; ids are "e0", "e1", ..."""
        ids = {draft.trigger.token.i: f"e{index}" for index, draft in enumerate(drafts)}
        return tuple(self._event(f"e{index}", draft, ids) for index, draft in enumerate(drafts))

    def _event(self, name: str, draft: EventDraft, ids: Mapping[int, str]) -> Event:
        token, sense = draft.trigger.token, draft.trigger.sense
        speaker, factuality = self.attribution.apply(token, draft.factuality, draft.actors)
        if factuality == "planned":
            draft = replace(draft, factuality=factuality)
        if draft.presupposed and factuality == "reported":
            factuality = "asserted"
        type_, cameo = self.coder.code(draft)
        governor = draft.governor
        start, end = _extent(draft.trigger)
        return Event(
            id=name,
            start=start,
            end=end,
            text=self.parsed.text[start:end],
            type=type_,
            mode=sense.mode,
            act=self._act(draft),
            contexts=sense.contexts,
            cameo=cameo,
            actors=draft.actors,
            recipients=draft.recipients,
            time=self.linker.time_of(self.parsed, self.times, token),
            place=self.places.place_of(draft.trigger, draft.recipients),
            polarity=draft.polarity,
            factuality=factuality,
            reported_by=speaker,
            sentence=self.parsed.sentence_of(token) or 0,
            lemma=lemma_of(token),
            qualifiers=(*self.qualifiers.find(draft.trigger, self.parsed, draft.rank), *draft.decisions),
            within=ids.get(governor.i) if governor is not None and governor.i != token.i else None,
            implied=implied_sides(draft, self.parsed.text),
            by_noun=not is_verb(token),
        )

    def _act(self, draft: EventDraft) -> str | None:
        """The act; a plain recognition is one of a government where the recipient's own words say so."""
        act = draft.trigger.sense.act
        if act is None or not act.of_rulers:
            return act.id if act is not None else None
        words = {word for mention in draft.recipients for word in mention.text.lower().split()}
        return act.of_rulers if words & self.governing[act.of_rulers] else act.id


def _extent(trigger: Trigger) -> tuple[int, int]:
    """The trigger's characters: the word and the particle that stands beside it."""
    tokens = [
        trigger.token,
        *(c for c in trigger.token.children if c.dep_ == "prt" and c.i == trigger.token.i + 1),
    ]
    start = min(t.idx for t in tokens)
    end = max(t.idx + len(t) for t in tokens)
    return start, end
