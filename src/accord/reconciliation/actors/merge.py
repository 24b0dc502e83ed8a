"""The actors of a story: entities of its reports merged, and how they belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from accord.countries import state_of
from accord.reconciliation.actors.names import parts, same_name, sound
from accord.reconciliation.compare.actor import Party
from accord.records import DossierActor, Entity, Reading

_OF_THE_STATE = frozenset({"GOV", "MIL", "JUD", "LEG", "SPY", "COP"})


class StoryCast:
    """The actors of a story.  `ids` maps (report id, `Entity.id`) to `DossierActor.id`."""

    def __init__(self, actors: tuple[DossierActor, ...], ids: Mapping[tuple[str, str], str]) -> None:
        self.actors = actors
        self.ids = ids
        self.by_id: Mapping[str, DossierActor] = {actor.id: actor for actor in actors}

    def actor(self, report: str, entity: str) -> str:
        """The actor that an entity of a report is."""
        return self.ids.get((report, entity), entity)

    def wholes(self, actor: str) -> tuple[str, ...]:
        """What an actor is part of, nearest first; an organ of a state is part of the state."""
        found: list[str] = []
        at = self.by_id.get(actor)
        while at is not None and len(found) < 8:
            part_of = at.part_of
            if part_of is None and at.id != at.code and at.sector in _OF_THE_STATE | {None}:
                part_of = state_of(at.code, at.id)
            if part_of is None or part_of in found or part_of == actor:
                break
            found.append(part_of)
            at = self.by_id.get(part_of)
            if at is None and part_of.count("/"):
                found.append(part_of.split("/")[0])
        return tuple(found)

    def party(self, actor: str, certain: bool = True) -> Party:
        """The actor with what it is part of."""
        return Party(actor, self.wholes(actor), certain)

    def name(self, actor: str) -> str:
        """What a reader calls the actor."""
        known = self.by_id.get(actor)
        return known.name if known else actor


def merge_actors(readings: Sequence[Reading]) -> StoryCast:
    """Merge the entities of all reports: by identifier, and persons and bodies by their names."""
    entities = [(r.id, e) for r in readings for e in sorted(r.entities, key=lambda e: e.id)]
    counts: Counter[tuple[str, str]] = Counter((r.id, m.actor) for r in readings for m in r.actors)
    by_entity: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for report, entity in entities:
        by_entity[entity.id].append((report, entity))
    groups = _join_names(by_entity)
    ids: dict[tuple[str, str], str] = {}
    actors: list[DossierActor] = []
    renamed: dict[str, str] = {}
    for group in groups:
        id_, name = _usual_name(group, by_entity)
        renamed.update(dict.fromkeys(group, id_))
        members = sorted((report, e.id) for entity in group for report, e in by_entity[entity])
        ids.update(dict.fromkeys(members, id_))
        actors.append(_merge(id_, name, [pair for e in group for pair in by_entity[e]], members, counts))
    settled = [_replace_whole(actor, renamed) for actor in actors]
    return StoryCast(tuple(sorted(settled, key=lambda actor: actor.id)), ids)


def _join_names(by_entity: Mapping[str, list[tuple[str, Entity]]]) -> list[list[str]]:
    """Groups of entity identifiers that name one actor, each group sorted, fullest names first."""
    named: dict[str, tuple[str, ...]] = {}
    groups: dict[str, list[str]] = {}
    by_sound: dict[str, list[str]] = defaultdict(list)
    order = sorted(by_entity, key=lambda id_: (-len(parts(by_entity[id_][0][1].name)), id_))
    for id_ in order:
        entity = by_entity[id_][0][1]
        if entity.kind != "person" or _by_office(entity):
            groups[id_] = [id_]
            continue
        name = parts(entity.name)
        keys = {sound(part) for part in name if len(part) > 1}
        fits = sorted(
            {
                other
                for key in keys
                for other in by_sound[key]
                if same_name(name, named[other]) and not _excluded(by_entity[id_], by_entity[other])
            }
        )
        if len(fits) == 1 or (fits and len(name) > 1):
            groups[fits[0]].append(id_)
            continue
        groups[id_] = [id_]
        named[id_] = name
        for key in sorted(keys):
            by_sound[key].append(id_)
    _join_roles(groups, by_entity)
    return [sorted(group) for _, group in sorted(groups.items())]


def _join_roles(groups: dict[str, list[str]], by_entity: Mapping[str, list[tuple[str, Entity]]]) -> None:
    """Put who is named by office only to the one person whom other reports name in that office."""
    holders: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for key, group in sorted(groups.items()):
        entities = [e for id_ in group for _, e in by_entity[id_]]
        for office in sorted({(e.code, e.role) for e in entities if e.code and e.role}, key=str):
            if entities[0].kind == "person" and not _by_office(entities[0]):
                holders[office].append(key)
    for key in sorted(groups):
        entity = by_entity[key][0][1]
        if not _by_office(entity):
            continue
        fits = holders.get((entity.code, entity.role), [])
        members = [pair for fit in fits for id_ in groups[fit] for pair in by_entity[id_]]
        if len(fits) == 1 and not _excluded(by_entity[key], members):
            groups[fits[0]].extend(groups.pop(key))


def _by_office(entity: Entity) -> bool:
    return entity.kind == "person" and entity.role is not None and "/" in entity.id


def _excluded(ones: list[tuple[str, Entity]], others: list[tuple[str, Entity]]) -> bool:
    """Their states differ, or one report has both as two persons."""
    codes = {e.code for _, e in ones if e.code}
    other_codes = {e.code for _, e in others if e.code}
    if codes and other_codes and not codes & other_codes:
        return True
    return bool({report for report, _ in ones} & {report for report, _ in others})


def _usual_name(group: list[str], by_entity: Mapping[str, list[tuple[str, Entity]]]) -> tuple[str, str]:
    """The identifier and name that most reports give; a full name before a family name or an office."""
    named = [(e.name, id_) for id_ in group for _, e in by_entity[id_]]
    told = Counter(named)

    def weight(pair: tuple[str, str]) -> tuple[bool, bool, bool, int, int, str, str]:
        name, id_ = pair
        full = len(parts(name))
        return "/" not in id_, name[:1].isupper(), full > 1, told[pair], full, name, id_

    name, id_ = max(told, key=weight)
    return id_, name


def _merge(
    id_: str,
    name: str,
    pairs: list[tuple[str, Entity]],
    members: list[tuple[str, str]],
    counts: Mapping[tuple[str, str], int],
) -> DossierActor:
    entities = [e for _, e in sorted(pairs, key=lambda p: (-counts.get((p[0], p[1].id), 0), p[0], p[1].id))]
    names: Counter[str] = Counter(n for e in entities for n in (e.names or (e.name,)))

    def first(values: list[str | None]) -> str | None:
        return next((value for value in values if value), None)

    return DossierActor(
        id=id_,
        name=name,
        kind=entities[0].kind,
        code=first([e.code for e in entities]),
        sector=first([e.sector for e in entities]),
        part_of=first([e.part_of for e in entities]),
        names=tuple(sorted(names, key=lambda n: (-names[n], n))),
        ids=tuple(members),
    )


def _replace_whole(actor: DossierActor, renamed: Mapping[str, str]) -> DossierActor:
    whole = renamed.get(actor.part_of or "", actor.part_of)
    return replace(actor, part_of=whole if whole != actor.id else None)
