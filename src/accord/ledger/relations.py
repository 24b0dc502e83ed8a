"""The states of relations that the acts of a dossier bring about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from msgspec.structs import replace

from accord.edtf import agree, one_of
from accord.evidence import evidence_of
from accord.ledger.parties import Parties, accrediting, positions
from accord.ledger.rules import LevelWords, Rules
from accord.records import (
    Conflict,
    DossierActor,
    DossierEvent,
    DossierStatement,
    Evidence,
    Origin,
    Relation,
    TimelineEntry,
)
from accord.verdict import joined
from accord.vocabulary.acts import RelationChange

# The level is told next to the act: "presented his credentials as ambassador".
_AFTER = 80
_BEFORE = 60


def relations(
    events: Sequence[DossierEvent],
    actors: Sequence[DossierActor],
    conflicts: Sequence[Conflict] = (),
    timeline: Sequence[TimelineEntry] = (),
    origins: Sequence[Origin] = (),
    rules: Rules | None = None,
    statements: Sequence[DossierStatement] = (),
) -> tuple[Relation, ...]:
    """Derive the changes in relations that `events` bring about, between states, organisations and groups.

    What is foreseen or only claimed changes nothing.  Contested dates become EDTF "one of" sets
    and are noted, as is a contested order of acts; `statements` tell what speakers call a party.
    Relations are sorted by aspect, date, parties and level.
    """
    rules = rules or Rules.load()
    parties = Parties.of(actors)
    dates = _contested_dates(conflicts, timeline)
    orders = _contested_orders(conflicts, events)
    found: list[tuple[Relation, bool]] = []
    for event in events:
        for rule in rules.by_act.get((event.act or "", event.status), ()):
            told = _told(event, rules, rule.aspect)
            if not _holds(rule, told, event, rules):
                continue
            level = told if rule.told and told is not None else rule.level
            for one, other in _pairs(event, rule, parties, rules):
                found.append(
                    (
                        _relation(
                            event, rule, one, other, level, dates.get(event.id, ()), orders.get(event.id)
                        ),
                        rule.implied,
                    )
                )
    found.extend((relation, False) for relation in positions(events, actors, statements, parties, rules))
    said = [relation for relation, implied in found if not implied]
    implied = [
        relation for relation, implied in found if implied and not _is_said(relation, said, parties, rules)
    ]
    merged = _merge([*said, *implied, *accrediting(said, rules)], origins, rules)
    return tuple(sorted(merged, key=lambda r: (r.aspect, r.valid_from or "~", r.from_, r.to, r.level)))


def _relation(
    event: DossierEvent,
    rule: RelationChange,
    one: str,
    other: str,
    level: str,
    contested: Sequence[str],
    order: str | None,
) -> Relation:
    start = one_of(contested) if len(contested) > 1 else event.edtf
    notes = []
    if len(contested) > 1:
        notes.append(f"date contested: {' or '.join(contested)}")
    if order is not None:
        notes.append(f"order contested: {order}")
    if rule.implied:
        notes.append(f"implied by: {event.text}" if event.text else "implied by the act")
    if rule.continues:
        notes.append(f"held already{f' in {start}' if start else ''}")
    return Relation(
        from_=one,
        to=other,
        aspect=rule.aspect,
        level=level,
        valid_from=None if rule.continues or rule.status == "not happened" else start,
        valid_to=None,
        verdict="contested" if len(contested) > 1 or order is not None else event.verdict,
        evidence=tuple(dict.fromkeys(mention.evidence for mention in event.mentions)),
        event=event.id,
        note="; ".join(notes),
    )


def _pairs(
    event: DossierEvent, rule: RelationChange, parties: Parties, rules: Rules
) -> list[tuple[str, str]]:
    """The parties of the act, each pair once; for what holds both ways its joint actors are parties too."""
    roles = {
        role: tuple(dict.fromkeys(p for p in map(parties.party, ids) if p is not None))
        for role, ids in (("actor", event.actors), ("recipient", event.recipients))
    }
    if not roles["recipient"] and rule.aspect == "mission" and event.place_code is not None:
        # A mission stands in a place: whose it is follows from where.
        roles["recipient"] = (event.place_code,)
    if not roles["recipient"] and rule.aspect in rules.mutual:
        return list(combinations(sorted(roles["actor"]), 2))
    return [(one, other) for one, other in product(roles[rule.from_], roles[rule.to]) if one != other]


def _holds(rule: RelationChange, told: str | None, event: DossierEvent, rules: Rules) -> bool:
    if not event.mentions or (rule.only_told and told not in rule.only_told) or told in rule.not_told:
        return False
    if rule.aspect != "mission":
        return True
    return not all(_near(mention.trigger, mention.evidence, rules.not_missions) for mention in event.mentions)


def _told(event: DossierEvent, rules: Rules, aspect: str) -> str | None:
    """The level that the reports' words next to the act tell; the first listed where they differ."""
    listed: tuple[LevelWords, ...] = rules.levels.get(aspect, ())
    for words in listed:
        if any(_near(mention.trigger, mention.evidence, words.words) for mention in event.mentions):
            return words.level
    return None


def _near(trigger: Evidence, sentence: Evidence, words: Sequence[str]) -> bool:
    at = trigger.start - sentence.start
    end = trigger.end - sentence.start
    near = sentence.text[max(0, at - _BEFORE) : end + _AFTER].casefold()
    return any(re.search(rf"\b{re.escape(word)}\b", near) for word in words)


def _contested_dates(
    conflicts: Sequence[Conflict], timeline: Sequence[TimelineEntry]
) -> Mapping[str, tuple[str, ...]]:
    """Dates that reports give an event against each other, by event."""
    dates: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        if conflict.kind == "time" and conflict.nature == "contradiction" and conflict.event is not None:
            dates[conflict.event].update(side.value for side in conflict.sides)
    for entry in timeline:
        if entry.contested:
            dates[entry.event].update(value.value for value in entry.alternatives)
    return {event: tuple(sorted(d for d in values if one_of([d]))) for event, values in dates.items()}


def _contested_orders(conflicts: Sequence[Conflict], events: Sequence[DossierEvent]) -> Mapping[str, str]:
    """For each event whose place among the others is contested, the places it is given.

    An event that a conflict's sides quote as well, dated by its distance to the one in question ("two
    days later"), is contested with it.
    """
    found: dict[str, str] = {}
    for conflict in conflicts:
        if conflict.kind != "order" or conflict.nature != "contradiction" or conflict.event is None:
            continue
        quoted = [set(side.evidence) for side in conflict.sides]
        places = " or ".join(side.value for side in conflict.sides)
        for event in events:
            sentences = {mention.evidence for mention in event.mentions}
            if event.id == conflict.event or sum(bool(sentences & side) for side in quoted) > 1:
                found.setdefault(event.id, places)
    return found


def _is_said(relation: Relation, said: Sequence[Relation], parties: Parties, rules: Rules) -> bool:
    """Whether somebody says that the one recognises the other, or the government or country it stands for."""
    kin = parties.kin(relation.to)
    return any(
        other.aspect == "recognition"
        and other.level in rules.given
        and other.from_ == relation.from_
        and (other.to in kin or relation.to in parties.kin(other.to))
        for other in said
    )


def _merge(found: Sequence[Relation], origins: Sequence[Origin], rules: Rules) -> Iterator[Relation]:
    """Join relations that several acts tell: one state between the same parties, at times that agree.

    A broader level ("recognised") joins the precise one ("recognised as a government").
    """
    groups: dict[tuple[str, str, str], list[list[Relation]]] = defaultdict(list)
    precise = [r for r in found if (r.aspect, r.level) in rules.refines]
    broad = [r for r in found if (r.aspect, r.level) not in rules.refines]
    for relation in (*precise, *broad):
        places = groups[relation.from_, relation.to, relation.aspect]
        for members in places:
            level = members[0].level
            alike = relation.level in {level, rules.refines.get((relation.aspect, level))}
            if alike and all(agree(relation.valid_from, member.valid_from) for member in members):
                members.append(relation)
                break
        else:
            places.append([relation])
    for members in (members for places in groups.values() for members in places):
        yield _joined(members, origins)


def _joined(members: Sequence[Relation], origins: Sequence[Origin]) -> Relation:
    if len(members) == 1:
        return members[0]
    narrowest = max(members, key=lambda r: (r.valid_from is not None, len(r.valid_from or ""), r.event or ""))
    evidence = tuple(dict.fromkeys(evidence_of(members)))
    notes = dict.fromkeys(member.note for member in members if member.note)
    return replace(
        narrowest,
        level=members[0].level,
        evidence=evidence,
        verdict=joined((member.verdict for member in members), evidence, origins),
        note="; ".join(notes),
    )
