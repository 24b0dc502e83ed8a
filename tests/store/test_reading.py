"""Which texts are read, which are read again, and which are set aside."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import Connection, func, select

from accord.records import Problem
from accord.settings import Settings
from accord.store import reading, receiving
from accord.store.rows import append, holds, queued
from accord.store.schema import members, readings
from accord.store.store import Store
from store.conftest import FAULT, Add, draft, read_quickly
from store.news import FERRY


def test_what_makes_a_stage_raise_is_set_aside_and_tried_again(store: Store, add: Add) -> None:
    add(draft("bad", f"This text {FAULT}."), draft("good", FERRY))
    with store.view() as view:
        assert [(p.input, p.reason) for p in view.problems()] == [
            ("bad", "extraction failed: ZeroDivisionError")
        ]
        assert len(view.stories()) == 1
    assert add().read == 0, "it is not tried again and again"
    assert add(retry=True).read == 1
    mended = Settings(pipeline="mended")
    assert add(settings=mended, retry=True).read == 2, "with other settings all are read again"
    with store.view() as view:
        assert view.problems() == []
        assert len(view.stories()) == 2


def test_metadata_that_a_reading_looks_at_makes_it_read_again(store: Store, add: Add) -> None:
    add(draft("a", FERRY))
    done = add(replace(draft("a", FERRY, place="b"), published="2031-04-01"))
    assert (done.added, done.read, done.told) == (1, 1, 1)
    with store.view() as view:
        assert [row.day for row in view.stories()] == ["2031-04-01"]


NOW, LATER = "2031-05-01T12:00:00.000000Z", "2031-05-02T12:00:00.000000Z"


def waiting(connection: Connection, basis: str) -> list[reading.Waiting]:
    return reading.sort_out(connection, queued(connection, "read"), basis, LATER)


def read(connection: Connection, basis: str) -> int:
    """Read what waits; returns how many texts that were."""
    found = waiting(connection, basis)
    outcomes = read_quickly([each.report for each in found], Settings())
    reading.put(connection, zip(found, outcomes, strict=True), basis, NOW)
    return len(found)


def test_a_text_is_read_once_and_again_by_another_program_or_with_another_title(
    connection: Connection,
) -> None:
    receiving.receive(connection, [draft("a", FERRY)], NOW)
    assert [read(connection, basis) for basis in ("one", "one")] == [1, 0]
    reading.read_again(connection)
    assert read(connection, "one") == 0
    reading.read_again(connection)
    assert read(connection, "two") == 1
    receiving.receive(connection, [draft("a", FERRY, place="b", title="Aground")], LATER)
    assert read(connection, "two") == 1
    receiving.receive(connection, [draft("a", FERRY, place="c", title="Aground", source="The Gull")], LATER)
    assert read(connection, "two") == 0


def test_what_was_set_aside_is_tried_by_another_program_only(connection: Connection) -> None:
    receiving.receive(connection, [draft("bad", f"This text {FAULT}.")], NOW)
    for basis, tries in (("one", 1), ("one", 0), ("two", 1)):
        reading.read_again(connection)
        assert read(connection, basis) == tries


def test_the_story_of_a_text_that_need_not_be_read_is_told_again(connection: Connection) -> None:
    receiving.receive(connection, [draft("a", FERRY)], NOW)
    read(connection, "one")
    key = connection.execute(select(readings.c.text_key)).scalar_one()
    append(connection, members, [{"story": "story-x", "text_key": key, "recorded": NOW}])
    receiving.receive(connection, [draft("a", FERRY, place="b", source="The Gull")], LATER)
    assert waiting(connection, "one") == []
    assert (queued(connection, "read"), queued(connection, "tell")) == ([], ["story-x"])


def test_a_text_that_is_gone_is_not_read_but_taken_out(connection: Connection) -> None:
    receiving.receive(connection, [draft("a", FERRY)], NOW)
    read(connection, "one")
    receiving.withdraw(connection, "a", "", LATER)
    assert waiting(connection, "one") == []
    held = select(func.count()).select_from(readings).where(holds(readings))
    assert connection.execute(held).scalar_one() == 0
    assert len(queued(connection, "place")) == 1


def test_what_could_not_be_read_is_given_back(connection: Connection) -> None:
    receiving.receive(connection, [draft("a", FERRY)], NOW)
    (one,) = waiting(connection, "one")
    problem = Problem("a", "extraction failed: KeyError", "report it")
    assert reading.put(connection, [(one, problem)], "one", NOW) == [problem]
    assert queued(connection, "read") == []
