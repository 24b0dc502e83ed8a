"""Whose words a quotation gives, and whether two reports give them to different speakers."""

from __future__ import annotations

from accord.records import Entity, Reading


def differ(one: Reading, at_one: tuple[int, int], other: Reading, at_other: tuple[int, int]) -> bool:
    """Whether both reports name who speaks in a stretch of quoted characters, and not the same."""
    first, second = _speakers(one, at_one), _speakers(other, at_other)
    return bool(first and second) and not any(_same(a, b) for a in first for b in second)


def _speakers(reading: Reading, at: tuple[int, int]) -> list[Entity]:
    start, end = at
    speakers = {
        statement.speaker
        for statement in reading.statements
        if statement.kind != "indirect" and any(s < end and start < e for s, e in statement.content)
    }
    return [entity for entity in reading.entities if entity.id in speakers]


def _same(one: Entity, other: Entity) -> bool:
    """Reports name a person by more or less of the name; an office and who holds it speak as one."""
    if one.id == other.id or one.part_of == other.id or one.id == other.part_of:
        return True
    shared = {name.split()[-1].casefold() for name in one.names if name.split()}
    return any(name.split()[-1].casefold() in shared for name in other.names if name.split())
