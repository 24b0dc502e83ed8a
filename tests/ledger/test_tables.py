"""The ledger as text and for data frames: what is written can be read back, also through Arrow."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from typing import Any

import nanoarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import AccordError
from accord.ledger.ledger import Ledger
from accord.ledger.tables import frame, table
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
QUOTES = (Evidence("r1", 0, 9, "It opened"), Evidence("r2", 4, 13, "It opened"))


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


def entry(level: str = "Embassy", start: str | None = "1942-05", evidence: int = 1) -> LedgerEntry:
    return LedgerEntry("USA", "NOR", "mission", level, start, None, None, "echoed", QUOTES[:evidence])


def rows(table: Any) -> list[dict[str, Any]]:
    """What whoever reads the stream gets."""
    return list(nanoarrow.ArrayStream(table).read_all().to_pylist())


def test_a_row_has_the_fields_and_the_days_they_can_mean() -> None:
    (row,) = rows(frame([entry()]))
    assert (row["from"], row["to"], row["aspect"], row["level"]) == ("USA", "NOR", "mission", "Embassy")
    assert (row["valid_from"], row["valid_to"]) == ("1942-05", None)
    assert (row["from_earliest"], row["from_latest"]) == (date(1942, 5, 1), date(1942, 5, 31))
    assert row["to_earliest"] is None
    assert row["evidence"] == [{"report": "r1", "start": 0, "end": 9, "text": "It opened"}]


def test_a_ledger_is_a_table_itself() -> None:
    ledger = Ledger((entry("Legation", "1905-06-05"), entry()))
    assert rows(ledger) == rows(frame(ledger.view()))


def test_no_entries_are_a_table_with_columns() -> None:
    assert rows(frame([])) == []
    fields = nanoarrow.ArrayStream(frame([])).schema.fields
    assert [field.name for field in fields][:4] == ["from", "to", "aspect", "level"]


@given(st.lists(st.integers(0, 2), max_size=6))
def test_each_row_has_its_own_evidence(counts: list[int]) -> None:
    found = rows(frame([entry(evidence=count) for count in counts]))
    assert [len(row["evidence"]) for row in found] == counts


def test_what_to_install_is_told_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoarrow", None)
    with pytest.raises(AccordError, match="accord\\[arrow\\]"):
        frame([entry()]).__arrow_c_stream__()
