"""Ledger entries as rows: CSV and JSON text, and columns for data frames (Arrow C stream interface)."""

from __future__ import annotations

import csv
import io
from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

import msgspec
from msgspec import Struct

from accord.edtf import bounds
from accord.errors import AccordError
from accord.inert import escaped, visible
from accord.records import Evidence, LedgerEntry

COLUMNS = ("from", "to", "aspect", "level", "valid_from", "valid_to", "verdict", "evidence")
# A spreadsheet takes a cell that starts so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EPOCH = date(1970, 1, 1)
_TEXTS = ("from", "to", "aspect", "level", "valid_from", "valid_to", "verdict", "recorded", "note")
_DAYS = ("from_earliest", "from_latest", "to_earliest", "to_latest")


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
    """A JSON array, one row an entry.

    >>> import json
    >>> json.loads(accord.ledger_json(ledger.view()))[0]["level"]
    'delisted'
    """
    return escaped(msgspec.json.format(msgspec.json.encode(rows(entries)), indent=1)) + b"\n"


def to_csv(entries: Sequence[LedgerEntry]) -> bytes:
    """CSV (RFC 4180) with a header; `evidence` is a JSON array in its cell, what is not known is empty.

    >>> accord.ledger_csv(ledger.history("USA", "CUB", "relations")).splitlines()[0]
    b'from,to,aspect,level,valid_from,valid_to,verdict,evidence'
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in rows(entries):
        row["evidence"] = escaped(msgspec.json.encode(row["evidence"])).decode()
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return text.getvalue().encode()


def _cell(value: str | None) -> str:
    if value is None:
        return ""
    value = visible(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


class Frame(Struct, frozen=True):
    """Entries as a table for whatever reads Arrow: `polars.DataFrame(frame)`, `pyarrow.table(frame)`.

    One row for each of `entries`: its fields as text, the first and last day that the EDTF dates
    `valid_from` and `valid_to` can mean, and `evidence`, a list of report, start, end and text.

    >>> import nanoarrow
    >>> nanoarrow.Array(accord.ledger_frame(ledger.view()))[0].as_py()["level"]
    'delisted'
    """

    entries: tuple[LedgerEntry, ...]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.entries)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow C stream; a schema may be asked for, and is taken as far as it fits.

        Raises:
            AccordError: nanoarrow, which is optional, is not installed.
        """
        arrow = _arrow()
        return arrow.c_array_stream(self._table(arrow)).__arrow_c_stream__(requested_schema)

    def _table(self, arrow: Any) -> Any:
        """A struct array, one child a column."""
        text, day = arrow.string(), arrow.date32()
        columns: dict[str, tuple[Any, Any]] = {}
        for name in _TEXTS:
            field = "from_" if name == "from" else name
            columns[name] = text, arrow.c_array([getattr(e, field) for e in self.entries], text)
        days = [(*bounds(e.valid_from), *bounds(e.valid_to)) for e in self.entries]
        for place, name in enumerate(_DAYS):
            columns[name] = day, arrow.c_array([_days(row[place]) for row in days], day)
        columns["evidence"] = _evidence(arrow, [entry.evidence for entry in self.entries])
        return _struct(arrow, columns, len(self.entries))[1]


def frame(entries: Iterable[LedgerEntry]) -> Frame:
    """The entries of a view, or of a history, as a table for data frames.

    >>> len(accord.ledger_frame(ledger.view()))
    6
    """
    return Frame(tuple(entries))


def _evidence(arrow: Any, listed: Sequence[Sequence[Evidence]]) -> tuple[Any, Any]:
    """A column of lists of report, start, end and text."""
    flat = [item for evidence in listed for item in evidence]
    text, number = arrow.string(), arrow.int64()
    fields = {
        "report": (text, arrow.c_array([item.report for item in flat], text)),
        "start": (number, arrow.c_array([item.start for item in flat], number)),
        "end": (number, arrow.c_array([item.end for item in flat], number)),
        "text": (text, arrow.c_array([item.text for item in flat], text)),
    }
    schema, items = _struct(arrow, fields, len(flat))
    offsets = arrow.c_buffer(array("i", accumulate(map(len, listed), initial=0)))
    kind = arrow.list_(schema)
    lists = arrow.c_array_from_buffers(kind, len(listed), [None, offsets], children=[items], null_count=0)
    return kind, lists


def _struct(arrow: Any, columns: dict[str, tuple[Any, Any]], length: int) -> tuple[Any, Any]:
    schema = arrow.struct({name: kind for name, (kind, _) in columns.items()})
    children = [values for _, values in columns.values()]
    return schema, arrow.c_array_from_buffers(schema, length, [None], children=children, null_count=0)


def _days(day: str | None) -> int | None:
    return (date.fromisoformat(day) - _EPOCH).days if day is not None else None


def _arrow() -> Any:
    try:
        import nanoarrow
    except ImportError:
        raise AccordError(
            "a ledger is read into data frames by way of nanoarrow, which is not installed; "
            "install it with: pip install 'accord[arrow]'"
        ) from None
    return nanoarrow
