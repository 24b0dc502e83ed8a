"""Stories that wait to be told: their dossiers, and what can be searched of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace
from sqlalchemy import Connection, insert, select

from accord.faults import fault
from accord.records import Dossier, Problem, Reading, ReportView, Story
from accord.steps import StoryReconciler
from accord.store.passages import SearchPassage, of_dossier, of_reading
from accord.store.reports import load_readings
from accord.store.rows import append, clean_row, done, holds, pack, queued, retract, unpack
from accord.store.schema import dossiers, members, passages, problems, tags
from accord.store.vectors import forget, remembered


def tell(
    connection: Connection, story: str, now: str, reconciler: StoryReconciler, vectors_basis: str = ""
) -> Problem | None:
    """Reconcile a story as it is now, and append what is new of it; a story that is no more is retracted.

    `vectors_basis` says what vectors are made with.
    """
    keys = list(
        connection.execute(
            select(members.c.text_key).where(members.c.story == story, holds(members))
        ).scalars()
    )
    readings = load_readings(connection, keys)
    by_id = sorted(readings.values(), key=lambda reading: (reading.id, reading.sha256))
    dossier, problem = None, None
    if by_id:
        with remembered(connection, story, vectors_basis, reconciler.meaning):
            dossier, problem = _reconcile(Story(story, tuple(by_id)), reconciler)
    else:
        forget(connection, story)
    _note(connection, story, problem, now)
    key_of = {reading.id: key for key, reading in readings.items()}
    _put(connection, story, dossier, key_of, now)
    found = [of_reading(reading) for reading in by_id]
    if dossier is not None:
        found += of_dossier(dossier, by_id)
    _put_passages(connection, story, found, now)
    done(connection, "tell", [story])
    return problem


def strip_dossier(dossier: Dossier) -> Dossier:
    """A dossier without the texts of its reports, which are kept once."""
    return replace(dossier, reports=tuple(replace(view, text="") for view in dossier.reports))


def _reconcile(story: Story, reconciler: StoryReconciler) -> tuple[Dossier | None, Problem | None]:
    try:
        return reconciler.reconcile(story), None
    except Exception as error:
        return None, fault(story.id, "reconciling", error)


def _note(connection: Connection, story: str, problem: Problem | None, now: str) -> None:
    query = select(problems.c.key, problems.c.reason).where(problems.c.input == story, holds(problems))
    rows = {row[0]: row[1] for row in connection.execute(query)}
    if problem is not None and problem.reason in rows.values():
        return
    retract(connection, problems, rows, now)
    if problem is not None:
        row = {"input": story, "reason": problem.reason, "advice": problem.advice, "recorded": now}
        append(connection, problems, [row])


def _put(connection: Connection, story: str, dossier: Dossier | None, keys: dict[str, int], now: str) -> None:
    query = select(dossiers.c.key, dossiers.c.body).where(dossiers.c.story == story, holds(dossiers))
    rows = {row[0]: row[1] for row in connection.execute(query)}
    if dossier is None:
        retract(connection, dossiers, rows, now)
        return
    body = pack((strip_dossier(dossier), [keys[view.id] for view in dossier.reports]))
    if body in rows.values():
        return
    retract(connection, dossiers, rows, now)
    row = {
        "story": story,
        "title": dossier.title,
        "day": min((view.published for view in dossier.reports if view.published), default=None),
        "body": body,
        "relations": pack(_relations_only(dossier)) if dossier.relations else None,
        "recorded": now,
    }
    append(connection, dossiers, [row])


def _relations_only(dossier: Dossier) -> Dossier:
    """What the ledger needs of a dossier: its relations, and when its reports were published."""
    views = tuple(ReportView(view.id, None, None, view.published, "") for view in dossier.reports)
    nothing: dict[str, tuple[()]] = dict.fromkeys(
        (
            "actors",
            "origins",
            "events",
            "claims",
            "conflicts",
            "statements",
            "timeline",
            "outlooks",
            "labels",
        ),
        (),
    )
    return replace(dossier, reports=views, **nothing)


def _put_passages(connection: Connection, story: str, found: Sequence[SearchPassage], now: str) -> None:
    """Append the passages that are new and retract those that are gone; the others stay as they are."""
    there: dict[SearchPassage, list[int]] = defaultdict(list)
    for key, passage in held_passages(connection, story).items():
        there[passage].append(key)
    new = []
    for passage in found:
        if there[passage]:
            there[passage].pop()
        else:
            new.append(passage)
    retract(connection, passages, sorted(key for keys in there.values() for key in keys), now)
    for passage in new:
        row = {
            "kind": passage.kind, "story": story, "report": passage.report, "source": passage.source,
            "day": passage.day, "text": passage.text, "recorded": now,
        }  # fmt: skip
        key = connection.execute(insert(passages).returning(passages.c.key), clean_row(row)).scalar_one()
        wanted = [("actor", name) for name in passage.actors] + [("act", act) for act in passage.acts]
        append(connection, tags, [{"kind": k, "value": v, "passage": key} for k, v in sorted(wanted)])


def wanted_passages(connection: Connection, story: str) -> list[SearchPassage] | None:
    """What is searched of a story by what it tells; None where it has not been told yet.

    Raises:
        DamageError: what it tells is not what was stored.
    """
    query = select(dossiers.c.body).where(dossiers.c.story == story, holds(dossiers))
    body = connection.execute(query).scalar()
    if body is None or story in queued(connection, "tell"):
        return None
    by_id = sorted(readings_of(connection, story, None), key=lambda reading: (reading.id, reading.sha256))
    dossier, _ = unpack(body, tuple[Dossier, list[int]])
    return [*map(of_reading, by_id), *of_dossier(dossier, by_id)]


def held_passages(connection: Connection, story: str) -> dict[int, SearchPassage]:
    """The passages that are searched, by key."""
    rows = connection.execute(select(passages).where(passages.c.story == story, holds(passages))).all()
    told: dict[int, dict[str, set[str]]] = defaultdict(lambda: {"actor": set(), "act": set()})
    query = (
        select(tags.c.passage, tags.c.kind, tags.c.value)
        .join(passages, passages.c.key == tags.c.passage)
        .where(passages.c.story == story, holds(passages))
    )
    for key, kind, value in connection.execute(query):
        told[key][kind].add(value)
    return {
        row.key: SearchPassage(
            row.kind, row.report, row.source, row.day, row.text,
            frozenset(told[row.key]["actor"]), frozenset(told[row.key]["act"]),
        )
        for row in rows
    }  # fmt: skip


def readings_of(connection: Connection, story: str, until: str | None) -> list[Reading]:
    """The Readings of a story as they held at a time, sorted by id."""
    query = select(members.c.text_key).where(members.c.story == story, holds(members, until))
    found = load_readings(connection, list(connection.execute(query).scalars()), until)
    return sorted(found.values(), key=lambda reading: (reading.id, reading.sha256))
