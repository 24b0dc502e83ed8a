"""What holds of every record: it cannot be changed, it cannot be part of a cycle, and it comes back."""

from __future__ import annotations

import inspect
from typing import get_args, get_type_hints

import msgspec
import pytest
from msgspec import Struct

from accord import records
from accord.records import (
    READ_KINDS,
    WITNESS_KINDS,
    Evidence,
    LedgerEntry,
    Provenance,
    Reading,
    RegionKind,
    Relation,
)
from accord.steps import reconcile
from readings import story
from stories import recognition, spoken

RECORDS = [
    kind
    for _, kind in inspect.getmembers(records, inspect.isclass)
    if issubclass(kind, Struct) and kind is not Struct
]
QUOTED = (Evidence("a", 0, 6, "Norway"),)


def kinds_in(hint: object) -> set[object]:
    """The kinds of value that a field can have, however deep."""
    inner = get_args(hint)
    return {hint} if not inner else {part for each in inner for part in kinds_in(each)}


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_cannot_be_changed_nor_hold_what_can_be(record: type[Struct]) -> None:
    assert record.__struct_config__.frozen
    held = {kind for hint in get_type_hints(record).values() for kind in kinds_in(hint)}
    plain = {str, int, float, bool, bytes, type(None), ...}
    assert {kind for kind in held - plain if not isinstance(kind, str)} <= set(RECORDS)
    assert not any(
        name in str(hint) for hint in get_type_hints(record).values() for name in ("list[", "dict[", "set[")
    )


def test_a_reading_stands_under_all_ids_of_its_text_with_its_own_first() -> None:
    reading = Reading("b", None, None, None, "0" * 64, "Norway.", other_ids=("a", "c"))
    assert reading.ids == ("b", "a", "c")
    assert Reading("b", None, None, None, "0" * 64, "Norway.").ids == ("b",)


@pytest.mark.parametrize(
    "record",
    [
        Relation("NOR", "CHL", "mission", "Embassy", "2031", None, "single source", QUOTED),
        LedgerEntry("NOR", "CHL", "mission", "Embassy", "2031", None, None, "single source", QUOTED),
    ],
)
def test_who_acts_is_written_as_from(record: Relation | LedgerEntry) -> None:
    written = msgspec.json.encode(record)
    assert msgspec.json.decode(written)["from"] == "NOR"
    assert b"from_" not in written
    assert msgspec.json.decode(written, type=type(record)) == record


def test_of_where_values_came_from_only_what_is_known_is_written() -> None:
    assert msgspec.json.encode(Provenance()) == b"{}"
    assert msgspec.json.encode(Provenance(title="heading")) == b'{"title":"heading"}'


def test_only_what_is_read_tells_and_what_repeats_the_body_does_not() -> None:
    assert set(get_args(RegionKind)) > READ_KINDS > WITNESS_KINDS
    assert {"title", "summary", "heading"} == READ_KINDS - WITNESS_KINDS


def test_readings_and_dossiers_come_back_from_both_forms_as_they_were() -> None:
    told = story(recognition("a", "2031-05-04", " on 4 May 2031"), spoken("b", "We shall wait and see"))
    dossier = reconcile(told)
    assert msgspec.json.decode(msgspec.json.encode(told), type=type(told)) == told
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(dossier), type=type(dossier)) == dossier
