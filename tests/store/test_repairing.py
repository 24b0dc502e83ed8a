"""What a repair takes out, and what it notes to be made again."""

from __future__ import annotations

from sqlalchemy import Connection

from accord.store.checking import Damage
from accord.store.repairing import repair
from accord.store.rows import queued

NOW = "2031-05-01T12:00:00.000000Z"


def test_what_is_derived_is_made_again_and_what_came_in_is_lost(connection: Connection) -> None:
    found = [
        Damage("reading", "", key=1, text=7),
        Damage("dossier", "", key=1, story="story-1"),
        Damage("passages", "", story="story-2"),
        Damage("text", "", key=8, text=8),
    ]
    assert repair(connection, found, NOW) == found[3:]
    assert queued(connection, "read") == ["7", "8"]
    assert queued(connection, "tell") == ["story-1", "story-2"]


def test_a_damaged_record_that_held_no_longer_is_left_and_said(connection: Connection) -> None:
    found = [Damage("reading", "", key=1, text=7, holds=False)]
    assert repair(connection, found, NOW) == found
    assert queued(connection, "read") == []
