"""A writer that is killed, two at once, a full disk, and files that are no store."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, text

from accord.errors import AccordError
from accord.intake.report_draft import ReportDraft
from accord.settings import Settings
from accord.store import database
from accord.store.store import Store, open_store
from store.conftest import FAULT, draft
from store.news import news
from store.test_store import contents

KILLS = 100


def write(place: str, drafts: list[ReportDraft]) -> None:
    store = open_store(place)
    with store.writer() as writer:
        for at in range(0, len(drafts), 4):
            writer.receive(drafts[at : at + 4], lambda problem: None)
        writer.settle(Settings(), lambda problem: None)
    store.close()


def told(place: str) -> tuple[object, ...]:
    store = open_store(place)
    try:
        return contents(store)
    finally:
        store.close()


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


def test_a_locked_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(tmp_path / "accord.db")
    write(place, news(1, 1))
    monkeypatch.setattr(database, "_PATIENCE_MS", 1)
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(AccordError, match="locked by another program"):
            write(place, news(1, 2))
    finally:
        holder.close()


def damaged(path: Path) -> dict[str, bytes]:
    open_store(str(path)).close()
    whole = path.read_bytes()
    return {
        "is no store": b"a text, not a database, of more than a hundred characters" * 4,
        "cut short": whole[: len(whole) // 2],
        "is damaged": whole[:4096] + bytes(len(whole) - 4096),
    }


@pytest.mark.parametrize("words", ["is no store", "cut short", "is damaged"])
def test_a_file_that_is_no_sound_store_is_refused_and_left_alone(tmp_path: Path, words: str) -> None:
    data = damaged(tmp_path / "whole.db")[words]
    path = tmp_path / "other.db"
    path.write_bytes(data)
    with pytest.raises(AccordError, match=words):
        write(str(path), news(1, 1))
    assert path.read_bytes()[:4096] == data[:4096]


def test_a_database_of_another_program_is_refused_and_left_alone(place: str) -> None:
    url = f"sqlite:///{place}" if "://" not in place else place.replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name text)"))
    with pytest.raises(AccordError, match="no store of Accord"):
        open_store(place)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM recipes")).scalar() == 0
    engine.dispose()


def test_a_store_of_a_newer_version_is_refused(place: str) -> None:
    engine = database.connect(place)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(AccordError, match=r"newer version.*step 9999.*knows 0002"):
        open_store(place)


def test_a_migration_that_fails_leaves_nothing_behind(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import op

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("half way")

    with monkeypatch.context() as half_way:
        half_way.setattr(op, "execute", fail)
        with pytest.raises(RuntimeError, match="half way"):
            open_store(place)
    write(place, news(1, 2))
    assert len(told(place)[1]) == 1  # type: ignore[arg-type]


def test_places_that_cannot_be_a_store_are_told(tmp_path: Path) -> None:
    for place, words in {
        str(tmp_path / "no" / "accord.db"): "no folder",
        str(tmp_path): "cannot be read",
        "mysql://localhost/accord": "names no store",
        "postgresql://localhost:port/accord": "no address",
        "nonsense://": "names no store",
    }.items():
        with pytest.raises(AccordError, match=words):
            open_store(place)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(AccordError) as told_:
        open_store("postgresql://desk:secret@127.0.0.1:1/accord?connect_timeout=2")
    assert "secret" not in str(told_.value)
    assert "cannot be reached" in str(told_.value)


def test_foreign_keys_are_on_and_readers_do_not_wait(tmp_path: Path) -> None:
    place = str(tmp_path / "accord.db")
    engine = database.connect(place)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    store = Store(engine, place)
    with store.writer(), store.view() as view:
        assert view.stories() == []
    store.close()
