"""Tables of reports."""

from __future__ import annotations

import pytest

from accord.intake.days import DayFinder
from accord.intake.report_draft import InputError, ReportDraft
from accord.intake.tables import read_table
from accord.records import Problem

DAYS = DayFinder.load()


def test_a_row_is_a_report_by_the_names_of_columns() -> None:
    table = b'Title,TEXT,published\nMill,"It burned, they said.",2 May 2031\nFair,,\n'
    mill, fair = read_table(table, "a.csv", "a", DAYS)
    assert isinstance(mill, ReportDraft)
    assert (mill.id, mill.title, mill.text) == ("a-1", "Mill", "It burned, they said.")
    assert mill.published == "2031-05-02"
    assert isinstance(fair, Problem)
    assert fair.input == "a.csv row 2"


def test_tabs_part_columns_too() -> None:
    (draft,) = read_table(b"id\ttext\n7\tIt burned.\n", "a.tsv", "a", DAYS)
    assert isinstance(draft, ReportDraft)
    assert (draft.id, draft.text) == ("7", "It burned.")


def test_a_table_without_texts_is_refused() -> None:
    with pytest.raises(InputError, match="none of its columns is called text"):
        list(read_table(b"name,age\nAda,7\n", "a.csv", "a", DAYS))
