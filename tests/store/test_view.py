"""A store as it is, and as it was known."""

from __future__ import annotations

import pytest

from accord.errors import AccordError
from accord.store.store import Store
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
