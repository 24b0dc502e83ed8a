"""Stories are told as they are: what is new is appended, what is gone retracted, and the rest left alone."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Table, func, select

from accord.errors import FAULT
from accord.grouping.terms import Weigher
from accord.records import Dossier, Problem, Story
from accord.settings import Settings
from accord.steps import StoryReconciler
from accord.store import reading, receiving, story_assignment
from accord.store.dossier_updates import readings_of, strip_dossier, tell
from accord.store.rows import day_after, enqueue, holds, queued, unpack
from accord.store.schema import dossiers, members, passages, problems
from store.conftest import draft, read_quickly
from store.news import FERRY, FERRY_2

NOW, LATER, LAST = (f"2031-05-0{day}T12:00:00.000000Z" for day in (1, 2, 3))


class FailingReconciler(StoryReconciler, frozen=True):
    """Cannot reconcile any story."""

    def reconcile(self, story: Story) -> Dossier:
        """Raise."""
        raise ZeroDivisionError(f"in {len(story.readings)} reports")


@pytest.fixture
def reconciler() -> StoryReconciler:
    return StoryReconciler.load()


@pytest.fixture
def failing(reconciler: StoryReconciler) -> StoryReconciler:
    return FailingReconciler(reconciler.reconciler, reconciler.rules)


@pytest.fixture
def ferry(connection: Connection) -> str:
    """The story of two reports, which waits to be told."""
    receiving.receive(connection, [draft("b", FERRY_2), draft("a", FERRY)], NOW)
    settle(connection, NOW)
    (story,) = queued(connection, "tell")
    return story


def settle(connection: Connection, now: str) -> None:
    """Read and place what waits for it."""
    waiting = reading.sort_out(connection, queued(connection, "read"), "basis", now)
    outcomes = read_quickly([each.report for each in waiting], Settings())
    reading.put(connection, zip(waiting, outcomes, strict=True), "basis", now)
    story_assignment.place(connection, Weigher.load(), now)


def rows(connection: Connection, table: Table, *, held: bool = True) -> int:
    """How many rows hold, or how many there are."""
    query = select(func.count()).select_from(table)
    return connection.execute(query.where(holds(table)) if held else query).scalar_one()


def test_a_story_that_is_told_again_appends_nothing(
    connection: Connection, ferry: str, reconciler: StoryReconciler
) -> None:
    assert tell(connection, ferry, NOW, reconciler) is None
    assert queued(connection, "tell") == []
    before = [rows(connection, table, held=False) for table in (dossiers, passages)]
    assert min(before) > 0
    tell(connection, ferry, LATER, reconciler)
    assert [rows(connection, table, held=False) for table in (dossiers, passages)] == before
    assert [rows(connection, table) for table in (dossiers, passages)] == before


def test_a_story_that_cannot_be_reconciled_is_a_problem_until_it_can(
    connection: Connection, ferry: str, reconciler: StoryReconciler, failing: StoryReconciler
) -> None:
    tell(connection, ferry, NOW, reconciler)
    wrong = Problem(ferry, "reconciling failed: ZeroDivisionError: in 2 reports", FAULT)
    assert tell(connection, ferry, LATER, failing) == wrong
    assert tell(connection, ferry, LATER, failing) == wrong
    assert (rows(connection, dossiers), rows(connection, problems)) == (0, 1)
    found = connection.execute(select(passages.c.kind).where(holds(passages))).scalars().all()
    assert found == ["report", "report"], "what it is told from can be found all the same"
    assert tell(connection, ferry, LAST, reconciler) is None
    assert (rows(connection, dossiers), rows(connection, problems)) == (1, 0)
    assert rows(connection, problems, held=False) == 1


def test_of_a_story_that_is_no_more_nothing_is_left(
    connection: Connection, ferry: str, reconciler: StoryReconciler
) -> None:
    tell(connection, ferry, NOW, reconciler)
    for id in "ab":
        receiving.withdraw(connection, id, "", LATER)
    settle(connection, LATER)
    assert queued(connection, "tell") == [ferry]
    assert tell(connection, ferry, LATER, reconciler) is None
    assert [rows(connection, table) for table in (dossiers, passages, members)] == [0, 0, 0]
    assert queued(connection, "tell") == []


def test_only_what_changes_in_what_can_be_searched_is_written(
    connection: Connection, ferry: str, reconciler: StoryReconciler
) -> None:
    tell(connection, ferry, NOW, reconciler)
    receiving.withdraw(connection, "b", "", LATER)
    settle(connection, LATER)
    (story,) = connection.execute(select(members.c.story).where(holds(members))).scalars()
    enqueue(connection, "tell", [story])
    tell(connection, story, LATER, reconciler)
    kept = select(passages.c.recorded).where(
        passages.c.report == "a", passages.c.kind == "report", passages.c.story == ferry
    )
    assert connection.execute(kept).scalars().all() == [NOW]


def test_a_dossier_is_kept_without_the_texts_of_its_reports(
    connection: Connection, ferry: str, reconciler: StoryReconciler
) -> None:
    tell(connection, ferry, NOW, reconciler)
    whole = reconciler.reconcile(Story(ferry, tuple(readings_of(connection, ferry, None))))
    body = connection.execute(select(dossiers.c.body)).scalar_one()
    kept, _ = unpack(body, tuple[Dossier, list[int]])
    assert kept == strip_dossier(whole) != whole
    assert [(view.id, view.text) for view in kept.reports] == [("a", ""), ("b", "")]
    assert kept.claims == whole.claims


def test_the_readings_of_a_story_are_those_that_held_then(connection: Connection, ferry: str) -> None:
    receiving.withdraw(connection, "a", "", LATER)
    settle(connection, LATER)
    then = readings_of(connection, ferry, day_after("2031-05-01"))
    assert [(each.id, each.text) for each in then] == [("a", FERRY), ("b", FERRY_2)]
    assert readings_of(connection, ferry, NOW) == []
    (story,) = connection.execute(select(members.c.story).where(holds(members))).scalars()
    assert [each.id for each in readings_of(connection, story, None)] == ["b"]
