"""Ledger rows as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

import pytest

from accord.errors import AccordError
from accord.ledger import table
from accord.records import Evidence, LedgerEntry

ENTRY = LedgerEntry(
    "NOR",
    "PER",
    "mission",
    "Embassy",
    "1990-05",
    None,
    "1990-06-01",
    "single source",
    (Evidence("r1", 3, 22, 'It "opened", they\nsay'),),
)
COLUMNS = ["from", "to", "aspect", "level", "valid_from", "valid_to", "verdict", "evidence"]


def test_csv_reads_back() -> None:
    header, row = csv.reader(io.StringIO(table(".csv")([ENTRY]).decode(), newline=""))
    assert header == COLUMNS
    assert row[:7] == ["NOR", "PER", "mission", "Embassy", "1990-05", "", "single source"]
    assert json.loads(row[7]) == [{"report": "r1", "start": 3, "end": 22, "text": 'It "opened", they\nsay'}]


def test_json_reads_back() -> None:
    (row,) = json.loads(table(".json")([ENTRY]))
    assert list(row) == COLUMNS
    assert row["from"] == "NOR"
    assert row["valid_to"] is None
    assert row["evidence"][0]["start"] == 3


def test_an_empty_ledger_has_a_header_and_an_empty_array() -> None:
    assert table(".csv")([]).decode().strip() == ",".join(COLUMNS)
    assert json.loads(table(".json")([])) == []


def test_a_name_that_a_spreadsheet_takes_for_a_formula_is_text() -> None:
    hostile = LedgerEntry("=1+1", "@x", "relations", "severed", None, None, None, "echoed", ENTRY.evidence)
    _, row = csv.reader(io.StringIO(table(".csv")([hostile]).decode(), newline=""))
    assert row[:2] == ["'=1+1", "'@x"]


def test_another_ending_is_refused_with_what_to_do() -> None:
    with pytest.raises(AccordError, match=r"\.csv, \.json or \.html"):
        table(".xlsx")
