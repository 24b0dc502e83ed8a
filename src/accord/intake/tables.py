"""Tables of reports (CSV): one a row, by the names of the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from accord.intake.days import DayFinder
from accord.intake.decoding import decode
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

_COLUMNS = ("id", "text", "title", "source", "published", "url")
_SHAPE = f"name the columns {', '.join(_COLUMNS)} in its first line; text is needed, the others are not"


def read_table(data: bytes, name: str, stem: str | None, days: DayFinder) -> Iterator[ReportDraft | Problem]:
    """The drafts of the rows of a table; a row without a text comes out as a Problem.

    Raises:
        InputError: no column is called text, or the table is damaged.
    """
    lines = decode(data).splitlines(keepends=True)
    sign = "\t" if lines and lines[0].count("\t") > lines[0].count(",") else ","
    csv.field_size_limit(max(len(data), csv.field_size_limit()))
    rows = csv.DictReader(lines, delimiter=sign)
    columns = {(column or "").strip().lower(): column for column in rows.fieldnames or ()}
    if "text" not in columns:
        raise InputError("it is a table, and none of its columns is called text", _SHAPE)
    try:
        for number, row in enumerate(rows, 1):
            place = f"{name} row {number}"
            values = {key: (row.get(columns.get(key, "")) or "").strip() for key in _COLUMNS}
            if not values["text"]:
                yield Problem(place, "its text is empty", "give it a text, or leave it out")
                continue
            yield _draft(values, place, f"{stem or 'row'}-{number}", days)
    except csv.Error as error:
        raise InputError(f"the table is damaged: {error}", _SHAPE) from error


def _draft(values: Mapping[str, str], place: str, id: str, days: DayFinder) -> ReportDraft:
    stated = {key: values[key] for key in ("source", "title", "url")}
    stated["published"] = days.parse(values["published"]) or ""
    return ReportDraft(id=values["id"] or id, text=values["text"], place=place).stating(stated, "field")
