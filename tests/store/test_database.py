"""What a database is, and what is told where it is no sound store of this version."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from accord.errors import AccordError
from accord.store import database
from accord.store.store import Store, open_store
from store.news import news
from store.runs import told, write


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
    with pytest.raises(AccordError, match=r"newer version.*step 9999.*knows 0004"):
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
