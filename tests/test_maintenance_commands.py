"""Looking after a store from the command line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from command_line import accord

TEXT = "Peru recalled its ambassador to Chile on Monday, 3 May 2021, officials said."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "a.txt").write_text(TEXT)
    assert accord("add", folder / "a.txt", "--store", folder / "accord.db").returncode == 0
    return folder


def test_a_store_is_checked_copied_damaged_and_repaired(desk: Path) -> None:
    store, copy = ("--store", desk / "accord.db"), ("--store", desk / "copy.db")
    assert accord("check", *store).returncode == 0
    assert accord("backup", desk / "copy.db", *store).returncode == 0
    assert accord("check", *copy).returncode == 0
    assert b"already" in accord("backup", desk / "copy.db", *store).stderr
    with sqlite3.connect(desk / "copy.db") as connection:
        connection.execute("UPDATE passages SET text = 'X' || substr(text, 2) WHERE key = 1")
    checked = accord("check", *copy)
    assert checked.returncode == 1
    assert b"accord repair" in checked.stderr
    assert accord("repair", *copy).returncode == 0
    assert accord("check", *copy).returncode == 0


@pytest.mark.parametrize("store", [":memory:", "file:a.db", "empty.db", " "])
def test_what_is_no_store_is_named(desk: Path, store: str) -> None:
    (desk / "empty.db").write_bytes(b"")
    place = desk / store if store.endswith("empty.db") else store
    done = accord("add", desk / "a.txt", "--store", place)
    assert done.returncode == 2
    assert b"fault" not in done.stderr
    assert (desk / "empty.db").read_bytes() == b""
