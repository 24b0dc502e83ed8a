"""Ledger entries as rows: CSV and JSON text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from accord.errors import AccordError
from accord.records import LedgerEntry

COLUMNS = ("from", "to", "aspect", "level", "valid_from", "valid_to", "verdict", "evidence")
# A spreadsheet takes a cell that starts so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(entries: Sequence[LedgerEntry]) -> list[dict[str, Any]]:
    """One mapping an entry, with the keys of `COLUMNS`; evidence is a list of report, start, end, text."""
    found = []
    for entry in entries:
        fields = msgspec.to_builtins(entry)
        found.append({column: fields[column] for column in COLUMNS})
    return found


def table(suffix: str) -> Callable[[Sequence[LedgerEntry]], bytes]:
    """The writer for a file name's ending, ".csv" or ".json"; it gives UTF-8.

    Raises:
        AccordError: there is no writer for that ending.
    """
    writers = {".csv": to_csv, ".json": to_json}
    if suffix.lower() not in writers:
        raise AccordError(
            f"a ledger cannot be written as {suffix!r}; name a file ending in .csv, .json or .html"
        )
    return writers[suffix.lower()]


def to_json(entries: Sequence[LedgerEntry]) -> bytes:
    """A JSON array, one row an entry."""
    return msgspec.json.format(msgspec.json.encode(rows(entries)), indent=1) + b"\n"


def to_csv(entries: Sequence[LedgerEntry]) -> bytes:
    """CSV (RFC 4180) with a header; `evidence` is a JSON array in its cell, what is not known is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in rows(entries):
        row["evidence"] = msgspec.json.encode(row["evidence"]).decode()
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return text.getvalue().encode()


def _cell(value: str | None) -> str:
    if value is None:
        return ""
    return f"'{value}" if value.startswith(_FORMULA) else value
