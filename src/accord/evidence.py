"""The quotations that values, or whole records, stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from accord.records import Evidence


class Quoted(Protocol):
    """A value, a side or a relation with its quotations."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where it is told."""
        ...


def evidence_of(told: Iterable[Quoted]) -> Iterator[Evidence]:
    """The quotations of several values, sides or relations, in order."""
    return (item for each in told for item in each.evidence)


def evidence_in(record: object) -> Iterator[Evidence]:
    """Every quotation anywhere in a record, or in tuples of records, in the order of its fields."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from evidence_in(item)
    elif isinstance(record, Struct):
        for name in record.__struct_fields__:
            yield from evidence_in(getattr(record, name))
