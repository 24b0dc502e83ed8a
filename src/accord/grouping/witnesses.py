"""Whose word a passage is: the agency a report credits, and who speaks a quotation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.records import Entity, Reading
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/text/wires.json"
# Credits stand in the date line ("KABUL (Reuters) -") or close the report ("- AP", "(With AFP)").
_HEAD = 200
_TAIL = 120
_IN_BRACKETS = re.compile(
    r"[(\[/]\s*(?:with\s+|from\s+|source:\s*)?([A-Za-z][A-Za-z .-]{1,40}?)\s*[)\]/]", re.I
)
_AFTER_DASH = re.compile(r"[-–—]\s*([A-Z][A-Za-z .-]{1,40}?)\s*$", re.M)


class WireFinder(Struct, frozen=True):
    """Finds agencies by the forms their credits take."""

    agencies: Mapping[str, str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> WireFinder:
        """Read the agencies.

        Raises:
            VocabularyError: the file is broken, or gives one form to two agencies.
        """
        agencies: dict[str, str] = {}
        for name, forms in vocabulary.read(_FILE, dict[str, list[str]]).items():
            for form in forms:
                if agencies.setdefault(form, name) != name:
                    raise VocabularyError(f"vocabulary file {_FILE}: {form!r} credits two agencies; keep one")
        return cls(agencies)

    def find(self, reading: Reading) -> frozenset[str]:
        """Names of the agencies that the report credits at its head or its end."""
        head, tail = reading.text[:_HEAD], reading.text[-_TAIL:]
        credits = [*_IN_BRACKETS.findall(head), *_IN_BRACKETS.findall(tail), *_AFTER_DASH.findall(tail)]
        names = (self._agency(credit) for credit in credits)
        return frozenset(name for name in (*names, self.publisher(reading)) if name is not None)

    def publisher(self, reading: Reading) -> str | None:
        """The agency that published the report itself, if one did."""
        return self._agency(reading.source or "")

    def _agency(self, credit: str) -> str | None:
        return self.agencies.get(" ".join(credit.casefold().split()))


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
