"""What holds of every Reading and every Dossier, whatever the text: each check gives the faults it found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import msgspec
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from accord.evidence import evidence_in
from accord.records import READ_KINDS, Dossier, Reading


def reading_faults(reading: Reading) -> list[str]:
    """All that is wrong with a Reading; empty when nothing is."""
    return [
        *_region_faults(reading),
        *_sentence_faults(reading),
        *_span_faults(reading),
        *_time_faults(reading),
        *_id_faults_of_reading(reading),
        *_reference_faults(reading),
        *_round_trip_faults(reading),
    ]


def dossier_faults(dossier: Dossier) -> list[str]:
    """All that is wrong with a Dossier; empty when nothing is."""
    return [
        *_evidence_faults(dossier),
        *_unquoted_faults(dossier),
        *_timeline_faults(dossier),
        *_id_faults(dossier),
        *_verdict_faults(dossier),
        *_round_trip_faults(dossier),
    ]


@cache
def _is_edtf(value: str) -> bool:
    try:
        return parse_edtf(value) is not None
    except EDTFParseException:
        return False


def _region_faults(reading: Reading) -> Iterator[str]:
    at = 0
    for region in reading.regions:
        if not at <= region.start < region.end <= len(reading.text):
            yield f"region {region} is out of order"
        if reading.text[at : region.start].strip():
            yield f"no region covers {reading.text[at : region.start]!r}"
        at = region.end
    if reading.text[at:].strip():
        yield f"no region covers {reading.text[at:]!r}"


def _sentence_faults(reading: Reading) -> Iterator[str]:
    for one, other in pairwise(reading.sentences):
        if one.end > other.start:
            yield f"sentences {one} and {other} overlap"
    for index, sentence in enumerate(reading.sentences):
        if sentence.kind not in READ_KINDS:
            yield f"{sentence} is of a kind that is not read"
        if sentence.repeats is not None and not (
            0 <= sentence.repeats < len(reading.sentences) and sentence.repeats != index
        ):
            yield f"{sentence} repeats no other sentence"


def _spans(reading: Reading) -> Iterator[tuple[str, int, int, str | None]]:
    """Every span that must lie in what is read: what it is of, where it is, and its characters if told."""
    for sentence in reading.sentences:
        yield "sentence", sentence.start, sentence.end, None
    for event in reading.events:
        for role in (event, *event.actors, *event.recipients, event.time, event.place, *event.qualifiers):
            if role is not None:
                yield f"{type(role).__name__} of {event.id}", role.start, role.end, role.text
    for statement in reading.statements:
        singles = (statement.addressee, statement.medium, statement.occasion)
        parts = [*statement.source, *statement.cue, *statement.content, *(s for s in singles if s)]
        for start, end in parts:
            yield statement.id, start, end, None
    lists: tuple[Sequence[Any], ...] = (
        reading.times, reading.actors, reading.quantities, reading.orders, reading.outlooks, reading.labels,
    )  # fmt: skip
    for records in lists:
        for record in records:
            yield type(record).__name__, record.start, record.end, record.text


def _span_faults(reading: Reading) -> Iterator[str]:
    unread = [r for r in reading.regions if r.kind not in READ_KINDS]
    for what, start, end, text in _spans(reading):
        found = reading.text[start:end]
        if not 0 <= start < end <= len(reading.text):
            yield f"{what}: [{start}, {end}) is no span"
        elif text is not None and text != found:
            yield f"{what}: {text!r} is not {found!r}"
        elif found != found.strip():
            yield f"{what}: {found!r} has white space at its ends"
        elif any(
            region.start < end and start < region.end
            for region in unread
            # A date line has its date, and tells nothing else.
            if (what, region.kind) != ("Time", "date line")
        ):
            yield f"{what}: {found!r} lies where nothing is read"


def _time_faults(reading: Reading) -> Iterator[str]:
    for time in [*reading.times, *(event.time for event in reading.events if event.time)]:
        if time.edtf is not None and not _is_edtf(time.edtf):
            yield f"{time} is no EDTF"
        if time.earliest and time.latest and time.earliest > time.latest:
            yield f"{time} ends before it begins"


def _id_faults_of_reading(reading: Reading) -> Iterator[str]:
    for records in (reading.entities, reading.events, reading.statements):
        ids = [record.id for record in records]
        if len(ids) != len(set(ids)):
            yield f"an id stands twice: {sorted(ids)}"


def _reference_faults(reading: Reading) -> Iterator[str]:
    entities = {entity.id for entity in reading.entities}
    events = {event.id for event in reading.events}
    yield from _unknown("a mention", (mention.actor for mention in reading.actors), entities)
    yield from _unknown("a label", (label.actor for label in reading.labels), entities)
    yield from _unknown("a statement", (statement.speaker for statement in reading.statements), entities)
    yield from _unknown("an outlook", (outlook.speaker for outlook in reading.outlooks), entities)
    for event in reading.events:
        roles = (*event.actors, *event.recipients)
        yield from _unknown(event.id, (event.reported_by, *(role.actor for role in roles)), entities)
        yield from _unknown(event.id, (event.within,), events - {event.id})
        inside = 0 <= event.sentence < len(reading.sentences)
        sentence = reading.sentences[event.sentence] if inside else None
        if sentence is None or not sentence.start <= event.start < event.end <= sentence.end:
            yield f"{event.id} {event.text!r} lies outside its sentence"
    ends = events | {f"time:{index}" for index in range(len(reading.times))}
    for order in reading.orders:
        yield from _unknown("an order", (order.earlier, order.later), ends)
        if order.earlier.startswith("time:") and order.later.startswith("time:"):
            yield f"{order} orders a time against a time"
        if order.earlier == order.later:
            yield f"{order} orders an event against itself"
        if order.low is not None and order.high is not None and order.low > order.high:
            yield f"{order} has no days"


def _round_trip_faults(record: Reading | Dossier) -> Iterator[str]:
    if msgspec.json.decode(msgspec.json.encode(record), type=type(record)) != record:
        yield "JSON does not give the record back"


def _evidence_faults(dossier: Dossier) -> Iterator[str]:
    texts = {report.id: report.text for report in dossier.reports}
    for quote in evidence_in(dossier):
        if quote.report not in texts or quote.text != texts[quote.report][quote.start : quote.end]:
            yield f"{quote} is no quotation"
        elif not quote.text or quote.text != quote.text.strip():
            yield f"{quote} is empty or not trimmed"


def _unquoted_faults(dossier: Dossier) -> Iterator[str]:
    for claim in dossier.claims:
        if not claim.values or not all(value.evidence for value in claim.values):
            yield f"{claim.id} has a value without evidence"
        for value in claim.values:
            if value.reports != tuple(sorted({quote.report for quote in value.evidence})):
                yield f"{claim.id}: the reports of {value.value!r} are not those quoted"
            if not 1 <= value.origins <= len(value.reports):
                yield f"{claim.id}: {value.value!r} has {value.origins} origins in {value.reports}"
    for conflict in dossier.conflicts:
        if len(conflict.sides) < 2 or not all(side.evidence for side in conflict.sides):
            yield f"{conflict.id} lacks a side or its evidence"
    told: tuple[Any, ...] = (*dossier.relations, *dossier.outlooks, *dossier.labels, *dossier.origins)
    for item in told:
        if not item.evidence:
            yield f"{item} has no evidence"


def _timeline_faults(dossier: Dossier) -> Iterator[str]:
    for event in dossier.events:
        if not event.mentions:
            yield f"{event.id} has no mention"
    for entry in dossier.timeline:
        if entry.edtf is not None and not _is_edtf(entry.edtf):
            yield f"{entry} is no EDTF"
        if entry.earliest and entry.latest and entry.earliest > entry.latest:
            yield f"{entry} ends before it begins"


def _unknown(what: str, used: Iterable[str | None], known: set[str]) -> Iterator[str]:
    for id in used:
        if id is not None and id not in known:
            yield f"{what} refers to {id!r}, which is nowhere"


def _id_faults(dossier: Dossier) -> Iterator[str]:
    lists: tuple[Sequence[Any], ...] = (
        dossier.reports, dossier.actors, dossier.origins, dossier.events, dossier.claims, dossier.conflicts,
        dossier.statements,
    )  # fmt: skip
    for records in lists:
        ids = [record.id for record in records]
        if len(ids) != len(set(ids)):
            yield f"an id stands twice: {sorted(ids)}"
    reports, actors, _, events, claims, _, _ = ({record.id for record in records} for records in lists)
    for event in dossier.events:
        yield from _unknown(event.id, (*event.actors, *event.recipients), actors)
        yield from _unknown(event.id, event.reports, reports)
    for claim in dossier.claims:
        yield from _unknown(claim.id, (claim.event,), events)
    for conflict in dossier.conflicts:
        yield from _unknown(conflict.id, (conflict.event,), events)
        yield from _unknown(conflict.id, (conflict.claim,), claims)
    for statement in dossier.statements:
        yield from _unknown(statement.id, (statement.speaker,), actors)
    for relation in dossier.relations:
        yield from _unknown("a relation", (relation.from_, relation.to), actors)
        yield from _unknown("a relation", (relation.event,), events)
    yield from _unknown("an outlook", (outlook.speaker for outlook in dossier.outlooks), actors)
    yield from _unknown("a label", (label.actor for label in dossier.labels), actors)
    if sorted(entry.event for entry in dossier.timeline) != sorted(events):
        yield "the timeline does not hold each event once"


def _verdict_faults(dossier: Dossier) -> Iterator[str]:
    for claim in dossier.claims:
        told_by = {report for value in claim.values for report in value.reports}
        if claim.verdict == "corroborated" and len(told_by) < 2:
            yield f"{claim.id} is corroborated by {sorted(told_by)} alone"
        # Where values differ without excluding each other, each may have one source.
        if claim.verdict == "single source" and any(len(value.reports) > 1 for value in claim.values):
            yield f"{claim.id} has a single source but {sorted(told_by)}"
    for event in dossier.events:
        if event.verdict == "corroborated" and len(event.reports) < 2:
            yield f"{event.id} is corroborated by {event.reports} alone"
