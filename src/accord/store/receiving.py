"""What comes in: copies of texts, new, in the place of others or withdrawn, and what feeds' servers said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, insert, select

from accord.intake.addresses import shown_address
from accord.intake.report_draft import ReportDraft
from accord.records import Problem
from accord.store.reports import holders_of_ids, load_reports, pack_text
from accord.store.rows import append, clean, enqueue, holds, pack, parts, retract
from accord.store.schema import copies, problems, texts, visits
from accord.store.versions import (
    HeldCopy,
    Version,
    earlier_texts,
    held_copies,
    is_rival,
    supersede,
    without_parts,
)

_SUPERSEDED = [version.value for version in Version]


def receive(
    connection: Connection, drafts: Sequence[ReportDraft], now: str, origin: str | None = None
) -> int:
    """Append what of `drafts` is new; returns how many copies were.

    A text with the address or the file of an earlier one takes its place, unless it is only a part of it.
    Texts that came together do not take each other's, the same text from another source is one more copy,
    and what was corrected from elsewhere is not new because its own source still has it.  Drafts of one
    `origin` are of one source; without it their places tell.
    """
    drafts = without_parts([_clean(draft) for draft in drafts])
    prints = {_fingerprint(draft): draft for draft in drafts}
    there: dict[str, int] = {}
    for part in parts(sorted(prints)):
        query = select(copies.c.fingerprint, copies.c.key).where(
            copies.c.fingerprint.in_(part), holds(copies)
        )
        there.update((mark, key) for mark, key in connection.execute(query))
    new = {mark: draft for mark, draft in prints.items() if mark not in there}
    for mark in _outdated(connection, new, origin):
        del new[mark]
    new, replaced = _superseding(connection, new, set(there.values()), origin)
    for version in Version:
        ended = [copy.key for copy, why in replaced if why is version]
        retract(connection, copies, ended, now, why=version.value)
    keys = _text_keys(connection, list(new.values()), now)
    rows = [
        {
            "text_key": keys[_digest(draft)],
            "id": draft.id,
            "place": origin or draft.place,
            "url": draft.url,
            "fingerprint": mark,
            "body": pack(replace(draft, text="")),
            "recorded": now,
        }
        for mark, draft in new.items()
    ]
    append(connection, copies, rows)
    _touch(
        connection, {keys[_digest(draft)] for draft in new.values()} | {copy.text_key for copy, _ in replaced}
    )
    _mend(connection, [draft.place for draft in drafts], now)
    return len(rows)


def withdraw(connection: Connection, id: str, why: str, now: str) -> int:
    """Retract every copy of the report that is called `id`; returns how many there were."""
    found = {
        key for key, report in load_reports(connection, _named(connection, id)).items() if report.id == id
    }
    query = select(copies.c.key).where(copies.c.text_key.in_(found), holds(copies))
    keys = list(connection.execute(query).scalars())
    retract(connection, copies, keys, now, why=f"withdrawn: {why}" if why else "withdrawn")
    _touch(connection, found)
    return len(keys)


def note_problems(connection: Connection, found: Sequence[Problem], now: str) -> None:
    """Append problems with inputs; one that is noted already stays."""
    for problem in found:
        query = select(problems.c.key, problems.c.reason).where(
            problems.c.input == problem.input, problems.c.text_key.is_(None), holds(problems)
        )
        rows = {row[0]: row[1] for row in connection.execute(query)}
        if problem.reason not in rows.values():
            retract(connection, problems, rows, now)
            row = {"input": problem.input, "reason": problem.reason, "advice": problem.advice}
            append(connection, problems, [{**row, "recorded": now}])


def _text_keys(connection: Connection, drafts: Sequence[ReportDraft], now: str) -> dict[str, int]:
    """The key of each text by its hash; new texts are appended."""
    wanted = {_digest(draft): draft.text for draft in drafts}
    found: dict[str, int] = {}
    for part in parts(sorted(wanted)):
        query = select(texts.c.sha256, texts.c.key).where(texts.c.sha256.in_(part))
        found.update((digest, key) for digest, key in connection.execute(query))
    for digest in sorted(wanted.keys() - found.keys()):
        row = {"sha256": digest, "body": pack_text(wanted[digest]), "recorded": now}
        found[digest] = connection.execute(insert(texts).returning(texts.c.key), row).scalar_one()
    return found


def _superseding(
    connection: Connection, new: Mapping[str, ReportDraft], stay: set[int], origin: str | None
) -> tuple[dict[str, ReportDraft], list[tuple[HeldCopy, Version]]]:
    """Those of the `new` that are no mere parts of what is held, and what they take the place of.

    What came again with them, `stay`, keeps its place.
    """
    placed = {mark: replace(draft, place=origin or draft.place) for mark, draft in new.items()}
    held = [copy for copy in held_copies(connection, placed.values()) if copy.key not in stay]
    if not held:
        return dict(new), []
    earlier = earlier_texts(connection, {copy.url for copy in held if copy.url})
    taken, replaced = {}, {}
    for mark, draft in placed.items():
        rivals = [copy for copy in held if is_rival(draft, copy)]
        ended = supersede(draft, rivals, earlier.get(draft.url or "", frozenset()))
        if ended is not None:
            taken[mark] = new[mark]
            replaced.update({copy.key: (copy, ended[copy.key]) for copy in rivals if copy.key in ended})
    return taken, list(replaced.values())


def _outdated(connection: Connection, new: Mapping[str, ReportDraft], origin: str | None) -> list[str]:
    """Of copies by fingerprint those corrected from elsewhere that are the last their source gave.

    What a feed still has is not new where it was withdrawn either.
    """
    gone_before: set[str] = set()
    for part in parts(sorted(new)):
        gone = copies.c.why.in_(_SUPERSEDED) if origin is None else copies.c.retracted.is_not(None)
        query = select(copies.c.fingerprint).where(copies.c.fingerprint.in_(part), gone)
        gone_before.update(connection.execute(query).scalars())
    return [mark for mark in sorted(gone_before) if _last_of(connection, new[mark], origin) == mark]


def _last_of(connection: Connection, draft: ReportDraft, origin: str | None) -> str | None:
    """The fingerprint of what came last from where `draft` comes from."""
    query = select(copies.c.fingerprint).where(copies.c.place == (origin or draft.place))
    if draft.stem is None:
        query = query.where(copies.c.url == draft.url)
    return connection.execute(query.order_by(copies.c.key.desc()).limit(1)).scalar()


def _touch(connection: Connection, keys: set[int]) -> None:
    """Note that these texts must be looked at, and with them all whose id depends on theirs."""
    ids: set[str] = set()
    for part in parts(sorted(keys)):
        ids.update(connection.execute(select(copies.c.id).where(copies.c.text_key.in_(part))).scalars())
    enqueue(connection, "read", keys | holders_of_ids(connection, ids))


def _mend(connection: Connection, places: Sequence[str], now: str) -> None:
    """Retract the problems with inputs that could be used now."""
    for part in parts(sorted(set(places))):
        query = select(problems.c.key).where(
            problems.c.input.in_(part), problems.c.text_key.is_(None), holds(problems)
        )
        retract(connection, problems, list(connection.execute(query).scalars()), now)


def _named(connection: Connection, id: str) -> set[int]:
    """Texts that may be called `id`: an id that several want has digits of the hash behind it."""
    return holders_of_ids(connection, {id, id.rpartition("-")[0]})


def _clean(draft: ReportDraft) -> ReportDraft:
    """A draft with an id, a place and an address that can be looked up."""
    return replace(draft, id=clean(draft.id), place=clean(draft.place), url=draft.url and clean(draft.url))


def _digest(draft: ReportDraft) -> str:
    return sha256(draft.text.encode()).hexdigest()


def _fingerprint(draft: ReportDraft) -> str:
    return sha256(msgspec.msgpack.encode(draft)).hexdigest()


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
        query = select(problems.c.key).where(
            problems.c.input == clean(shown_address(visit.feed)), holds(problems)
        )
        retract(connection, problems, connection.execute(query).scalars().all(), now)


def has_url(connection: Connection, url: str) -> bool:
    """Whether a report from that address is there."""
    return (
        connection.execute(select(copies.c.key).where(copies.c.url == url, holds(copies))).first() is not None
    )
