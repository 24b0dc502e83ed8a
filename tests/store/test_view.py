"""A store as it is, and as it was known."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from accord.errors import AccordError
from accord.store.rows import append
from accord.store.schema import changes
from accord.store.store import Store
from accord.store.view import Change, View
from store.conftest import Add, Clock, draft
from store.news import CHESS, FERRY, FERRY_2


def test_a_story_is_found_under_the_name_it_had(store: Store, add: Add) -> None:
    add(draft("b", FERRY_2, published="2031-04-03"))
    with store.view() as view:
        (old,) = [row.id for row in view.stories()]
    add(draft("a", FERRY, published="2031-04-02"))
    with store.view() as view:
        (new,) = [row.id for row in view.stories()]
        assert new != old
        assert view.dossier(old) == view.dossier(new)
        assert [(change.kind, change.old, change.new) for change in view.changes()] == [("renamed", old, new)]


def test_a_story_that_is_not_there_is_named(store: Store) -> None:
    with store.view() as view, pytest.raises(AccordError, match="no story 'story-x'"):
        view.dossier("story-x")


def test_the_ledger_is_that_of_all_dossiers(store: Store, add: Add, clock: Clock) -> None:
    recognised = "Norway recognised Chile on Monday."
    add(draft("a", FERRY))
    clock.next_day()
    add(draft("r", recognised, published="2031-05-01"))
    with store.view() as view:
        (entry,) = view.ledger().view()
        assert (entry.from_, entry.to, entry.aspect) == ("NOR", "CHL", "recognition")
        assert entry.evidence[0].report == "r"
    with store.view(known="2031-05-01") as view:
        assert view.ledger().view() == ()


def test_why_reports_are_together(store: Store, add: Add) -> None:
    add(draft("a", FERRY), draft("b", FERRY_2), draft("c", CHESS))
    with store.view() as view:
        told = {story.id: [reading.id for reading in story.readings] for story in view.told_stories()}
        ties = [tie for story in view.told_stories() for tie in view.ties(story)]
    assert sorted(told.values()) == [["a", "b"], ["c"]]
    assert [(tie.report, tie.other) for tie in ties] == [("a", "b"), ("b", "a")]
    assert ties[0].likeness == ties[1].likeness > 0.1
    assert "ferry" in " ".join(ties[0].terms)


def change(kind: str, old: str, new: str, day: int) -> dict[str, str]:
    return {"kind": kind, "old": old, "new": new, "recorded": f"2031-05-0{day}T12:00:00.000000Z"}


def test_of_what_a_story_was_split_into_the_latest_part_is_found(connection: Connection) -> None:
    rows = [change("split", "x", "y", 1), change("split", "x", "z", 2), change("renamed", "z", "w", 3)]
    append(connection, changes, rows)
    assert View(connection).resolve("x") == "w"
    assert View(connection, "2031-05-02").resolve("x") == "z"
    assert View(connection, "2031-05-01").resolve("x") == "y"
    assert View(connection).changes("z") == [Change(*row.values()) for row in rows[1:]]
    assert View(connection, "2031-05-01").changes() == [Change(*rows[0].values())]


def test_stories_that_took_each_others_place_are_looked_for_once(connection: Connection) -> None:
    append(connection, changes, [change("renamed", "x", "y", 1), change("renamed", "y", "x", 2)])
    assert View(connection).resolve("x") == "y"


def test_stories_come_latest_first_with_how_many_reports_they_have(store: Store, add: Add) -> None:
    add(draft("a", FERRY, published="2031-04-03"), draft("b", FERRY_2, published="2031-04-02"))
    add(draft("c", CHESS, published="2031-05-02"), draft("d", "Glaciers near Holm calved twice overnight."))
    with store.view() as view:
        found = view.stories()
        assert [(row.day, row.reports) for row in found] == [("2031-05-02", 1), ("2031-04-02", 2), (None, 1)]
