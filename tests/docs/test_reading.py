"""The page on records has every field of every record that is written, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from msgspec import Struct

from accord.ledger.tables import COLUMNS
from accord.records import Dossier, LedgerEntry, Problem, Reading

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
TEXT = PAGE.read_text(encoding="utf-8")


def reachable(*roots: type[Struct]) -> list[type[Struct]]:
    """The records that `roots` are made of, themselves included."""
    found: list[type[Struct]] = []

    def walk(shape: Any) -> None:
        for part in get_args(shape):
            walk(part)
        if isinstance(shape, type) and issubclass(shape, Struct) and shape not in found:
            found.append(shape)
            for field in msgspec.structs.fields(shape):
                walk(field.type)

    for root in roots:
        walk(root)
    return found


def documented(record: str) -> list[tuple[str, str]]:
    """The fields that the section of `record` lists, with their types."""
    section = re.search(rf"^### {record}\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert section is not None, f"{record} has no section"
    return re.findall(r"^\| `(\w+)` \| (.+?) \|", section[1], re.MULTILINE)


RECORDS = reachable(Reading, Dossier, Problem, LedgerEntry)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_documented_in_order(record: type[Struct]) -> None:
    fields = [field.encode_name for field in msgspec.structs.fields(record)]
    assert [name for name, _ in documented(record.__name__)] == fields


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_field_that_may_be_null_says_so(record: type[Struct]) -> None:
    if record.__name__ == "Provenance":
        pytest.skip("its null fields are left out of what is written")
    told = dict(documented(record.__name__))
    for field in msgspec.structs.fields(record):
        assert (type(None) in get_args(field.type)) == ("null" in told[field.encode_name]), field.name


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_field_made_of_records_names_them(record: type[Struct]) -> None:
    told = dict(documented(record.__name__))
    for field in msgspec.structs.fields(record):
        parts = {part.__name__ for part in (field.type, *get_args(field.type)) if part in RECORDS}
        assert set(re.findall(r"`(\w+)`", told[field.encode_name])) == parts, field.name


def test_no_section_is_left_over() -> None:
    sections = set(re.findall(r"^### (\w+)$", TEXT, re.MULTILINE))
    assert sections == {record.__name__ for record in RECORDS}


def test_the_columns_of_the_ledger_are_named() -> None:
    paragraph = TEXT.partition("\n## Ledger\n")[2].partition("\n\n### ")[0]
    assert set(COLUMNS) <= set(re.findall(r"`(\w+)`", paragraph))
