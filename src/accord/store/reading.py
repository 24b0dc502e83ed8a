"""Texts that wait to be read: what is new, changed in what a Reading tells, or read by another program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection, select

from accord.records import Problem, Reading, Report
from accord.store.reports import load_reports, strip_reading
from accord.store.rows import append, done, enqueue, holds, pack, retract, unpack
from accord.store.schema import members, problems, readings

Outcome = Reading | Problem


class Waiting(Struct, frozen=True):
    """A text that must be read, by its key."""

    key: int
    report: Report


def sort_out(connection: Connection, names: Sequence[str], basis: str, now: str) -> list[Waiting]:
    """Of the texts noted for reading, those that must be; the others are dealt with."""
    keys = [int(name) for name in names]
    reports = load_reports(connection, keys)
    waiting, settled = [], []
    for key in keys:
        report = reports.get(key)
        if report is None:
            _drop(connection, key, now)
            settled.append(key)
        elif _is_read(connection, key, report, basis) or _was_set_aside(connection, key, basis):
            settled.append(key)
        else:
            waiting.append(Waiting(key, report))
    stories = set(connection.execute(
        select(members.c.story).where(members.c.text_key.in_(settled), holds(members))
    ).scalars())  # fmt: skip
    enqueue(connection, "tell", stories)
    done(connection, "read", settled)
    return waiting


def put(
    connection: Connection, read: Iterable[tuple[Waiting, Outcome]], basis: str, now: str
) -> list[Problem]:
    """Append what was read, and what could not be; returns the latter."""
    failed = []
    for waiting, outcome in read:
        _retract_all(connection, waiting.key, now)
        if isinstance(outcome, Problem):
            failed.append(outcome)
            row = {"input": waiting.report.id, "reason": outcome.reason, "advice": outcome.advice}
            append(connection, problems, [{"text_key": waiting.key, "basis": basis, "recorded": now, **row}])
        else:
            body = pack(strip_reading(outcome))
            append(
                connection, readings,
                [{"text_key": waiting.key, "basis": basis, "body": body, "recorded": now}],
            )  # fmt: skip
        enqueue(connection, "place", [waiting.key])
        done(connection, "read", [waiting.key])
    return failed


def retry(connection: Connection, now: str) -> int:
    """Note every report that was set aside for another try; returns how many there are."""
    query = select(problems.c.key, problems.c.text_key).where(
        problems.c.text_key.is_not(None), holds(problems)
    )
    rows = {row[0]: row[1] for row in connection.execute(query)}
    retract(connection, problems, rows, now)
    enqueue(connection, "read", rows.values())
    return len(rows)


def read_again(connection: Connection) -> None:
    """Note every text for a look: which of them must be read depends on what they were read with."""
    enqueue(
        connection, "read", connection.execute(select(readings.c.text_key).where(holds(readings))).scalars()
    )
    set_aside = select(problems.c.text_key).where(problems.c.text_key.is_not(None), holds(problems))
    enqueue(connection, "read", connection.execute(set_aside).scalars())


def _is_read(connection: Connection, key: int, report: Report, basis: str) -> bool:
    row = connection.execute(
        select(readings.c.basis, readings.c.body).where(readings.c.text_key == key, holds(readings))
    ).first()
    if row is None or row.basis != basis:
        return False
    reading = unpack(row.body, Reading)
    return reading.published == report.published and reading.title == report.title


def _was_set_aside(connection: Connection, key: int, basis: str) -> bool:
    query = select(problems.c.key).where(
        problems.c.text_key == key, problems.c.basis == basis, holds(problems)
    )
    return connection.execute(query).first() is not None


def _drop(connection: Connection, key: int, now: str) -> None:
    _retract_all(connection, key, now)
    enqueue(connection, "place", [key])


def _retract_all(connection: Connection, key: int, now: str) -> None:
    for table in (readings, problems):
        held = connection.execute(select(table.c.key).where(table.c.text_key == key, holds(table))).scalars()
        retract(connection, table, list(held), now)
