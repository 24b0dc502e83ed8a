"""However reports come and go, the stories are those of what is there at once."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import Connection, select

from accord.grouping import blocks, terms
from accord.grouping.stories import Grouper
from accord.grouping.terms import Weigher
from accord.intake.report_draft import ReportDraft
from accord.records import Reading
from accord.settings import Settings
from accord.store import reading, receiving
from accord.store.rows import done, holds, queued, retract
from accord.store.schema import changes, members, texts
from accord.store.store import Store
from accord.store.story_assignment import place, place_again
from senses import Senses
from store.conftest import Add, draft, read_quickly
from store.news import CHESS, FERRY, FERRY_2, news
from store.runs import at_once


@pytest.mark.parametrize("dated", [True, False])
def test_what_came_bit_by_bit_is_what_comes_at_once(store: Store, add: Add, dated: bool) -> None:
    drafts = news(6, 4, dated=dated)
    coming = drafts.copy()
    random.Random(3).shuffle(coming)
    for at in range(0, len(coming), 5):
        add(*coming[at : at + 5])
    with store.view() as view:
        assert list(view.dossiers()) == at_once(drafts)


@pytest.mark.parametrize(("seed", "counted"), [(0, 1024), (1, 1024), (2, 12), (3, 12), (4, 0)])
def test_crowded_news_in_any_order_with_withdrawals_gives_what_is_left_at_once(
    store: Store, add: Add, monkeypatch: pytest.MonkeyPatch, seed: int, counted: int
) -> None:
    """So few words that all hangs together, and blocks so small that it must be cut.

    Whether all reports, the first or none of them tell how common terms are.
    """
    monkeypatch.setattr(blocks, "_MOST", 5)
    monkeypatch.setattr(terms, "_COUNTED_AT_MOST", counted)
    chance = random.Random(seed)
    words = [f"{a}{b}" for a in ("harbour", "orchard", "glacier") for b in "bcdfghklm"]
    drafts = [
        draft(
            f"r{number:02}",
            f"{' '.join(chance.choices(words, k=9)).capitalize()}.",
            published=chance.choice([None, f"2031-0{chance.randint(3, 6)}-{chance.randint(10, 28)}"]),
        )
        for number in range(40)
    ]
    gone = {each.id for each in chance.sample(drafts, 8)}
    coming = chance.sample(drafts, len(drafts))
    for at in range(0, len(coming), 3):
        add(*coming[at : at + 3])
    with store.writer() as writer:
        for id in sorted(gone):
            writer.withdraw(id)
            writer.settle(Settings(), lambda problem: None)
    with store.view() as view:
        assert list(view.dossiers()) == at_once([each for each in drafts if each.id not in gone])


def test_a_story_keeps_its_name_while_later_reports_come(store: Store, add: Add) -> None:
    names = set()
    for each in news(1, 6):
        add(each)
        with store.view() as view:
            names |= {row.id for row in view.stories()}
            assert view.changes() == []
    assert len(names) == 1


NOW, LATER = "2031-05-01T12:00:00.000000Z", "2031-05-02T12:00:00.000000Z"


def receive(connection: Connection, *drafts: ReportDraft) -> None:
    """Receive and read drafts."""
    receiving.receive(connection, drafts, NOW)
    waiting = reading.sort_out(connection, queued(connection, "read"), "basis", NOW)
    outcomes = read_quickly([each.report for each in waiting], Settings())
    reading.put(connection, zip(waiting, outcomes, strict=True), "basis", NOW)


def take(connection: Connection, *drafts: ReportDraft) -> int:
    """Receive, read and place drafts; returns how many texts were placed."""
    receive(connection, *drafts)
    return place(connection, Weigher.load(), NOW)


def stories(connection: Connection) -> dict[int, str]:
    """The story of each text."""
    query = select(members.c.text_key, members.c.story).where(holds(members))
    return {row.text_key: row.story for row in connection.execute(query)}


def test_what_is_placed_waits_to_be_told_and_no_longer_to_be_placed(connection: Connection) -> None:
    assert take(connection, draft("a", FERRY), draft("b", FERRY_2), draft("c", CHESS)) == 3
    assert queued(connection, "place") == []
    assert sorted(queued(connection, "tell")) == sorted(set(stories(connection).values()))
    assert len(set(stories(connection).values())) == 2
    assert take(connection) == 0


def test_all_texts_can_be_placed_again(connection: Connection) -> None:
    take(connection, draft("a", FERRY), draft("b", FERRY_2), draft("c", CHESS))
    before = stories(connection)
    done(connection, "tell", queued(connection, "tell"))
    retract(connection, members, connection.execute(select(members.c.key)).scalars().all(), LATER)
    place_again(connection, Weigher.load(), LATER)
    assert stories(connection) == before
    assert sorted(queued(connection, "tell")) == sorted(set(before.values()))
    assert connection.execute(select(changes.c.kind)).all() == []


def test_stories_that_a_report_of_both_brings_together_are_merged_and_split_without_it(
    connection: Connection,
) -> None:
    """Two reports in other words each, and one that tells what both do."""
    first = "A ferry ran aground off Skerra Island in fog."
    second = "Coast guard helicopters winched passengers to safety."
    one, other = draft("a", first, published="2031-04-01"), draft("b", second, published="2031-04-02")
    take(connection, one, other)
    apart = stories(connection)
    assert len(set(apart.values())) == 2
    take(connection, draft("c", f"{first} {second}", published="2031-04-03"))
    (whole,) = set(stories(connection).values())
    rows = [tuple(row) for row in connection.execute(select(changes.c.kind, changes.c.old, changes.c.new))]
    (gone,) = set(apart.values()) - {whole}
    assert rows == [("merged", gone, whole)]
    receiving.withdraw(connection, "c", "", LATER)
    take(connection)
    assert stories(connection) == apart
    rows = [tuple(row) for row in connection.execute(select(changes.c.kind, changes.c.old, changes.c.new))]
    assert rows[1:] == [("split", whole, gone)]


@pytest.mark.parametrize("counted", [1024, 0])
def test_with_meaning_too_what_came_bit_by_bit_is_what_comes_at_once(
    connection: Connection, monkeypatch: pytest.MonkeyPatch, counted: int
) -> None:
    """Over so long a time that much is near by its meaning alone."""
    monkeypatch.setattr(terms, "_COUNTED_AT_MOST", counted)
    monkeypatch.setattr(blocks, "_MOST", 8)
    chance = random.Random(5)
    words = [f"{a}{b}" for a in ("harbour", "orchard", "glacier") for b in "bcdfghklm"]
    senses = Senses(*(" ".join(chance.sample(words, 3)) for _ in range(9)))
    days = [f"203{year}-{month:02}-15" for year in (1, 2, 3) for month in range(1, 12, 2)]
    drafts = [
        draft(f"r{n}", f"{' '.join(chance.choices(words, k=7))}.", published=chance.choice([None, *days]))
        for n in range(40)
    ]
    read = read_quickly([each.report() for each in drafts], Settings())
    readings = [each for each in read if isinstance(each, Reading)]
    for at in range(0, len(drafts), 5):
        receive(connection, *drafts[at : at + 5])
        place(connection, Weigher.load(), NOW, senses)
    gone = {each.id for each in chance.sample(drafts, 6)}
    for id in sorted(gone):
        receiving.withdraw(connection, id, "", LATER)
    receive(connection)
    place(connection, Weigher.load(), LATER, senses)
    left = [each for each in readings if each.id not in gone]
    wanted = Grouper.load(encoding=senses).group(left)
    hashes = dict(connection.execute(select(texts.c.key, texts.c.sha256)).all())
    found = {hashes[key]: story for key, story in stories(connection).items()}
    assert found == {reading.sha256: story.id for story in wanted for reading in story.readings}
    by_words = Grouper.load().group(left)
    assert wanted != by_words
    assert len(wanted) < len(left)
