"""What can be searched of a story: its reports, claims and statements, each with what it is filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from accord.evidence import evidence_of
from accord.records import Dossier, Evidence, Reading
from accord.store.rows import clean


class SearchPassage(Struct, frozen=True):
    """A report, a claim or a statement.

    `report` is the id of the report that tells it first, `source` and `day` are that report's; `actors`
    are identifiers and names in lower case, `acts` diplomatic acts and PLOVER types.
    """

    kind: str
    report: str
    source: str | None
    day: str | None
    text: str
    actors: frozenset[str]
    acts: frozenset[str]


def of_reading(reading: Reading) -> SearchPassage:
    """A report, by its title and its text."""
    title = reading.title or ""
    text = reading.text if title in reading.text else f"{title}\n{reading.text}"
    names = {name for entity in reading.entities for name in (entity.id, entity.name, *entity.names)}
    acts = {act for event in reading.events for act in (event.act, event.type) if act}
    return SearchPassage(
        "report",
        reading.id,
        _maybe(reading.source),
        reading.published,
        clean(text),
        _folded(names),
        _folded(acts),
    )


def of_dossier(dossier: Dossier, readings: Iterable[Reading]) -> Iterator[SearchPassage]:
    """The claims and statements of a dossier."""
    by_id = {reading.id: reading for reading in readings}
    names = {actor.id: {actor.id, actor.name, *actor.names} for actor in dossier.actors}
    events = {event.id: event for event in dossier.events}
    for claim in dossier.claims:
        event = events.get(claim.event or "")
        actors = (
            {name for id in (*event.actors, *event.recipients) for name in names.get(id, {id})}
            if event
            else set()
        )
        acts = {act for act in (event.act, event.type) if act} if event else set()
        yield _passage("claim", claim.text, evidence_of(claim.values), by_id, actors, acts)
    for statement in dossier.statements:
        speaker = names.get(statement.speaker or "", set()) | {statement.speaker_name}
        for wording in statement.wordings:
            said = " ".join(part.text for part in wording.content)
            yield _passage(
                "statement", f"{statement.speaker_name}: {said}", wording.content, by_id, speaker, set()
            )


def _passage(
    kind: str,
    text: str,
    quoted: Iterable[Evidence],
    readings: Mapping[str, Reading],
    actors: set[str],
    acts: set[str],
) -> SearchPassage:
    told = sorted({item.report for item in quoted}, key=lambda id: (readings[id].published or "~", id))
    first = readings[told[0]] if told else None
    return SearchPassage(
        kind,
        first.id if first else "",
        _maybe(first.source) if first else None,
        first.published if first else None,
        clean(text),
        _folded(actors),
        _folded(acts),
    )


def _maybe(text: str | None) -> str | None:
    return None if text is None else clean(text)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(clean(name).casefold().split()) for name in names if name)
