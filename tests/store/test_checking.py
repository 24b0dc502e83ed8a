"""A store that was damaged: it says so, and what can be made again is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Table, select, update

from accord.errors import AccordError
from accord.settings import Settings
from accord.store.schema import copies, dossiers, passages, readings, sketches, texts
from accord.store.searching import Query
from accord.store.store import Store
from store.conftest import Add, draft
from store.news import CHESS, FERRY, FERRY_2


def flip(store: Store, table: Table, column: str) -> None:
    """Change one bit in the middle of a column of the first row."""
    with store._engine.connect().execution_options(writes=True) as connection, connection.begin():
        name = next(iter(table.primary_key)).name
        key, old = connection.execute(select(table.c[name], table.c[column]).order_by(table.c[name])).first()  # type: ignore[misc]
        at = len(old) // 2
        letter = chr(ord(old[at]) ^ 1) if isinstance(old, str) else bytes([old[at] ^ 1])
        new = old[:at] + letter + old[at + 1 :]
        connection.execute(update(table).where(table.c[name] == key).values({column: new}))


def told(store: Store) -> object:
    with store.view() as view:
        return list(view.dossiers()), view.search(Query()), view.stories()


@pytest.fixture
def news(store: Store, add: Add) -> Store:
    add(draft("a", FERRY), draft("b", FERRY_2), draft("c", CHESS))
    return store


def test_a_sound_store_is_whole(news: Store) -> None:
    assert news.check() == []
    assert news.repair(Settings(), lambda problem: None) == []


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        (readings, "body", "reading"),
        (dossiers, "body", "dossier"),
        (dossiers, "title", "dossier"),
        (passages, "text", "passages"),
        (sketches, "counts", "index"),
    ],
)
def test_what_can_be_made_again_is(news: Store, table: Table, column: str, kind: str) -> None:
    before = told(news)
    flip(news, table, column)
    assert kind in {damage.kind for damage in news.check()}
    assert news.repair(Settings(), lambda problem: None) == []
    assert [damage for damage in news.check() if damage.holds] == []
    assert told(news) == before


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [(texts, "body", "text"), (texts, "sha256", "text"), (copies, "body", "copy")],
)
def test_what_cannot_is_said_and_the_rest_goes_on(news: Store, table: Table, column: str, kind: str) -> None:
    flip(news, table, column)
    lost = news.repair(Settings(), lambda problem: None)
    assert kind in {damage.kind for damage in lost}
    with news.view() as view:
        assert len(view.search(Query(kind="report"))) == 2


@pytest.mark.parametrize("ask", [lambda view: list(view.dossiers()), lambda view: list(view.told_stories())])
def test_a_question_to_a_damaged_store_is_answered_with_what_to_do(
    news: Store, ask: Callable[[object], object]
) -> None:
    flip(news, dossiers, "body")
    flip(news, readings, "body")
    with pytest.raises(AccordError, match=r"damaged.*accord check"), news.view() as view:
        ask(view)
