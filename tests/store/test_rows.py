"""Rows hold from when they are recorded until they are retracted; what is to be done is noted once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import Connection, func, select

from accord.records import Provenance, Report
from accord.store.rows import (
    append,
    day_after,
    done,
    enqueue,
    holds,
    pack,
    parts,
    queued,
    retract,
    stamp,
    unpack,
)
from accord.store.schema import problems

NOON = "2031-05-01T12:00:00.000000Z"
LATER = "2031-05-03T12:00:00.000000Z"


def problem(input: str) -> dict[str, str]:
    return {"input": input, "reason": "it is empty", "advice": "leave it out", "recorded": NOON}


def held(connection: Connection, until: str | None = None) -> list[str]:
    """The inputs of the problems that hold."""
    query = select(problems.c.input).where(holds(problems, until)).order_by(problems.c.input)
    return list(connection.execute(query).scalars())


def keys(connection: Connection) -> list[int]:
    return list(connection.execute(select(problems.c.key).order_by(problems.c.key)).scalars())


def test_a_time_is_kept_in_utc_and_sorts_as_text() -> None:
    east = timezone(timedelta(hours=9))
    early, late = datetime(2031, 5, 1, 8, 30, tzinfo=east), datetime(2031, 4, 30, 23, 30, 0, 7, UTC)
    assert stamp(early) == "2031-04-30T23:30:00.000000Z"
    assert stamp(early) < stamp(late) < day_after("2031-04-30")


def test_a_day_is_over_when_the_next_begins() -> None:
    assert day_after("2031-12-31") == "2032-01-01T00:00:00.000000Z"
    assert day_after("2032-02-28") == "2032-02-29T00:00:00.000000Z"


def test_a_row_holds_until_it_is_retracted_and_was_there_before(connection: Connection) -> None:
    append(connection, problems, [problem("a"), problem("b")])
    retract(connection, problems, keys(connection)[:1], LATER)
    assert held(connection) == ["b"]
    assert held(connection, NOON) == [], "not yet"
    assert held(connection, day_after("2031-05-01")) == ["a", "b"]
    assert held(connection, day_after("2031-05-03")) == ["b"]


def test_what_is_retracted_stays_as_it_was(connection: Connection) -> None:
    append(connection, problems, [problem("a")])
    retract(connection, problems, keys(connection), LATER)
    retract(connection, problems, keys(connection), day_after("2031-05-09"))
    assert connection.execute(select(problems.c.retracted)).scalars().all() == [LATER]


def test_more_rows_than_a_statement_takes_are_appended_and_retracted(connection: Connection) -> None:
    append(connection, problems, [problem(f"{number:04}") for number in range(1203)])
    assert len(held(connection)) == 1203
    retract(connection, problems, keys(connection)[1:], LATER)
    assert held(connection) == ["0000"]
    assert connection.execute(select(func.count()).select_from(problems)).scalar_one() == 1203


def test_a_character_that_not_every_database_takes_is_shown_as_missing(connection: Connection) -> None:
    append(connection, problems, [problem("a\0.txt")])
    assert held(connection) == ["a\ufffd.txt"]


def test_parts_are_taken_as_they_are_wanted() -> None:
    def source() -> Iterator[int]:
        yield from range(4)
        raise AssertionError("more was taken than was wanted")

    wanted = parts(source(), 2)
    assert [next(wanted), next(wanted)] == [[0, 1], [2, 3]]
    assert list(parts([1, 2, 3], 2)) == [[1, 2], [3]]
    assert list(parts([])) == []


def test_what_is_to_be_done_is_noted_once_and_given_oldest_first(connection: Connection) -> None:
    enqueue(connection, "read", [7])
    enqueue(connection, "read", ["3", 7, 3])
    enqueue(connection, "tell", ["story-x", 7])
    assert queued(connection, "read") == ["7", "3"]
    assert queued(connection, "read", 1) == ["7"]
    done(connection, "read", [7])
    assert (queued(connection, "read"), queued(connection, "tell")) == (["3"], ["7", "story-x"])


def test_equal_records_are_equal_bytes_and_come_back() -> None:
    reports = [
        Report("ä", "Fähre\0 " * 99, "0" * 64, provenance=Provenance(title="heading"), raw=b"\xff")
        for _ in range(2)
    ]
    one, other = map(pack, reports)
    assert one == other
    assert unpack(one, Report) == reports[0]
