"""Copies of texts to Reports, and Reports with what was read out of them to Readings."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace
from sqlalchemy import Connection, select

from accord.intake.report_draft import ReportDraft, join_drafts, unique_ids
from accord.records import Reading, Report
from accord.store.rows import DamageError, holds, parts, unpack
from accord.store.schema import copies, readings, texts


def pack_text(text: str) -> bytes:
    """A text as the database keeps it; not every database takes every character in a text of its own."""
    return zlib.compress(text.encode())


def unpack_text(data: bytes) -> str:
    """The text of such bytes.

    Raises:
        DamageError: they are not what was stored.
    """
    try:
        return zlib.decompress(data).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise DamageError from error


def load_texts(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    """The texts of `keys`.

    Raises:
        DamageError: one is not what was stored, or not there.
    """
    found: dict[int, str] = {}
    wanted = set(keys)
    for part in parts(sorted(wanted)):
        for key, body in connection.execute(select(texts.c.key, texts.c.body).where(texts.c.key.in_(part))):
            found[key] = unpack_text(body)
    if found.keys() != wanted:
        raise DamageError
    return found


def load_reports(connection: Connection, keys: Iterable[int], until: str | None = None) -> dict[int, Report]:
    """The reports of the texts of `keys`, as intake joins the copies that hold; none where none holds."""
    wanted = sorted(set(keys))
    drafts: dict[int, list[ReportDraft]] = defaultdict(list)
    digests: dict[int, bytes] = {}
    for part in parts(wanted):
        query = (
            select(copies.c.text_key, copies.c.body, texts.c.sha256)
            .join(texts)
            .where(copies.c.text_key.in_(part), holds(copies, until))
        )
        for key, body, sha in connection.execute(query):
            drafts[key].append(unpack(body, ReportDraft))
            digests[key] = bytes.fromhex(sha)
    said = load_texts(connection, drafts)
    ids = _ids(connection, {key: min(d.id for d in held) for key, held in drafts.items()}, until)
    others = _holders(connection, {d.id for held in drafts.values() for d in held}, until)
    found = {}
    for key, held in drafts.items():
        stated = {draft.id for draft in held}
        taken = frozenset(id for id in stated if id == ids[key] or others[id] - {key})
        whole = [replace(draft, text=said[key]) for draft in sorted(held, key=lambda d: (d.id, d.place))]
        found[key] = join_drafts(ids[key], whole, taken)
    return found


def holders_of_ids(connection: Connection, ids: Iterable[str]) -> set[int]:
    """The texts with a copy that has one of `ids`."""
    found: set[int] = set()
    for part in parts(sorted(set(ids))):
        found.update(
            connection.execute(
                select(copies.c.text_key).where(copies.c.id.in_(part), holds(copies))
            ).scalars()
        )
    return found


def load_readings(
    connection: Connection, keys: Iterable[int], until: str | None = None
) -> dict[int, Reading]:
    """The Readings of the texts of `keys`, with what is known of their reports."""
    reports = load_reports(connection, keys, until)
    found = {}
    for part in parts(sorted(reports)):
        query = select(readings.c.text_key, readings.c.body).where(
            readings.c.text_key.in_(part), holds(readings, until)
        )
        for key, body in connection.execute(query):
            report = reports[key]
            found[key] = replace(
                unpack(body, Reading),
                text=report.text,
                **{name: getattr(report, name) for name in OF_THE_REPORT},
            )
    return found


OF_THE_REPORT = ("id", "source", "title", "published", "url", "places", "other_ids", "provenance")
"""What a Reading repeats of its report."""


def strip_reading(reading: Reading) -> Reading:
    """A Reading without the text, which is kept once, and without what can change beside it."""
    return replace(reading, text="", id="", source=None, url=None, places=(), other_ids=())


def _ids(connection: Connection, wanted: Mapping[int, str], until: str | None) -> dict[int, str]:
    """The id of each report: the one its copies give it, unless other texts have the same."""
    rivals: dict[str, dict[bytes, str]] = defaultdict(dict)
    keys: dict[bytes, int] = {}
    for key, id, sha in _firsts(connection, set(wanted.values()), until):
        rivals[id][bytes.fromhex(sha)] = id
        keys[bytes.fromhex(sha)] = key
    return {keys[digest]: id for same in rivals.values() for digest, id in unique_ids(same).items()}


def _firsts(connection: Connection, ids: set[str], until: str | None) -> list[tuple[int, str, str]]:
    """The texts whose least id is one of `ids`: their keys, that id and their hashes."""
    holders: set[int] = set()
    for part in parts(sorted(ids)):
        query = select(copies.c.text_key).where(copies.c.id.in_(part), holds(copies, until))
        holders.update(connection.execute(query).scalars())
    least: dict[int, tuple[str, str]] = {}
    for some in parts(sorted(holders)):
        query2 = (
            select(copies.c.text_key, copies.c.id, texts.c.sha256)
            .join(texts)
            .where(copies.c.text_key.in_(some), holds(copies, until))
        )
        for key, id, sha in connection.execute(query2):
            least[key] = min(least.get(key, (id, sha)), (id, sha))
    return [(key, id, sha) for key, (id, sha) in least.items() if id in ids]


def _holders(connection: Connection, ids: set[str], until: str | None) -> dict[str, set[int]]:
    """For each of `ids`, the texts with a copy that has it."""
    found: dict[str, set[int]] = defaultdict(set)
    for part in parts(sorted(ids)):
        query = select(copies.c.id, copies.c.text_key).where(copies.c.id.in_(part), holds(copies, until))
        for id, key in connection.execute(query):
            found[id].add(key)
    return found
