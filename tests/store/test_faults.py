"""A writer that is killed, two at once, and a full disk."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from accord.errors import AccordError
from accord.settings import Settings
from accord.store.store import open_store
from store.conftest import FAULT, draft
from store.news import news
from store.runs import told, write

KILLS = 100


@contextmanager
def at_each_statement(act: Callable[[], None]) -> Iterator[None]:
    """Call `act` before each statement and after each commit, wherever SQLAlchemy speaks to a database."""

    def on_statement(*_: object) -> None:
        act()

    names = ("before_cursor_execute", "after_cursor_execute", "commit")
    for name in names:
        event.listen(Engine, name, on_statement)
    try:
        yield
    finally:
        for name in names:
            event.remove(Engine, name, on_statement)


def in_a_process(work: Callable[[], None]) -> int:
    """Fork, work, and give how the process ended."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def test_a_writer_that_is_killed_loses_nothing_it_was_given(tmp_path: Path) -> None:
    drafts = [*news(4, 3), draft("bad", f"This text {FAULT}.")]
    whole = str(tmp_path / "whole.db")
    moments = 0

    def count() -> None:
        nonlocal moments
        moments += 1

    with at_each_statement(count):
        write(whole, drafts)
    expected = told(whole)

    chance = random.Random(20310501)
    killed = 0
    for number in range(KILLS):
        place = str(tmp_path / f"{number}.db")
        left = chance.randrange(moments)

        def count_down() -> None:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def work(place: str = place, count_down: Callable[[], None] = count_down) -> None:
            with at_each_statement(count_down):
                write(place, drafts)

        killed += os.WTERMSIG(in_a_process(work)) == signal.SIGKILL
        write(place, drafts)
        assert told(place) == expected, f"killed at moment {left} of {moments}"
    assert killed == KILLS


def test_what_was_received_before_a_kill_is_there(tmp_path: Path) -> None:
    place = str(tmp_path / "accord.db")

    def work() -> None:
        store = open_store(place)
        with store.writer() as writer:
            writer.receive(news(2, 2), lambda problem: None)
            os.kill(os.getpid(), signal.SIGKILL)

    in_a_process(work)
    store = open_store(place)
    with store.writer() as writer:
        assert writer.receive(news(2, 2), lambda problem: None) == 0
        assert writer.settle(Settings(), lambda problem: None).read == 4
    store.close()


def test_two_writers_at_once_both_write_all(place: str) -> None:
    open_store(place).close()
    drafts = news(4, 4)
    children = []
    for part in (drafts[::2], drafts[1::2]):
        child = os.fork()
        if child == 0:
            try:
                write(place, part)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    both = told(place)
    write(place, drafts)
    assert told(place) == both
    assert sum(row.reports for row in both[0]) == len(drafts)  # type: ignore[attr-defined]


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    place = str(tmp_path / "accord.db")
    first, second = news(2, 2), news(60, 4, seed=8)
    write(place, first)
    before = told(place)

    def limit(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    event.listen(Engine, "connect", limit)
    try:
        with pytest.raises(AccordError, match="the disk is full"):
            write(place, second)
    finally:
        event.remove(Engine, "connect", limit)
    after = told(place)
    assert [row for row in after[0] if row in before[0]] == before[0]  # type: ignore[attr-defined, operator]
    write(place, second)
    write(place, first)
    whole = str(tmp_path / "whole.db")
    write(whole, [*first, *second])
    assert told(place) == told(whole)


def test_what_was_not_carried_over_from_the_log_is_taken_from_there(tmp_path: Path) -> None:
    """As after a disk that was full half way: the first page is new, the others are in the log alone."""
    path, log, copy = (tmp_path / name for name in ("accord.db", "accord.db-wal", "copy.db"))
    open_store(str(path)).close()
    before = path.read_bytes()
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM texts").fetchone()
    write(str(path), news(4, 4))
    (tmp_path / "copy.db-wal").write_bytes(log.read_bytes())
    reader.close()
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = int.from_bytes(before[16:18], "big")
    copy.write_bytes(path.read_bytes()[:page] + before[page:])
    assert told(str(copy)) == told(str(path))
