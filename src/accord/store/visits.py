"""What the servers of feeds said when they were last asked."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, select

from accord.store.rows import append, holds, retract
from accord.store.schema import copies, problems, visits


class Visit(Struct, frozen=True):
    """What a feed's server said, so that it need not send the same again."""

    feed: str
    etag: str | None
    modified: str | None
    outcome: str
    failed: bool = False


def last_visit(connection: Connection, feed: str) -> Visit | None:
    """The last visit to a feed."""
    query = select(visits).where(visits.c.feed == feed).order_by(visits.c.key.desc()).limit(1)
    row = connection.execute(query).first()
    return None if row is None else Visit(feed, row.etag, row.modified, row.outcome)


def note_visit(connection: Connection, visit: Visit, now: str) -> None:
    """Append a visit; one that succeeded ends what was wrong with the feed before."""
    row = {"feed": visit.feed, "etag": visit.etag, "modified": visit.modified, "outcome": visit.outcome}
    append(connection, visits, [{**row, "recorded": now}])
    if not visit.failed:
        query = select(problems.c.key).where(problems.c.input == visit.feed, holds(problems))
        retract(connection, problems, connection.execute(query).scalars().all(), now)


def has_url(connection: Connection, url: str) -> bool:
    """Whether a report from that address is there."""
    return (
        connection.execute(select(copies.c.key).where(copies.c.url == url, holds(copies))).first() is not None
    )
