"""However reports come and go, the stories are those of what is there at once."""

from __future__ import annotations

import random

import pytest

from accord.grouping import blocks, terms
from accord.settings import Settings
from accord.store.store import Store
from store.conftest import Add, draft
from store.news import news
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
