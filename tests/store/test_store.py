"""What goes into a store comes out of it, also when it is opened again and while others write."""

from __future__ import annotations

import msgspec

from accord.store.store import Store, open_store
from store.conftest import Add, draft
from store.news import CHESS, FERRY
from store.runs import contents


def test_a_view_does_not_change_while_others_write(store: Store, add: Add) -> None:
    add(draft("a", FERRY))
    with store.view() as view:
        before = view.stories()
        add(draft("c", CHESS))
        assert view.stories() == before
    with store.view() as view:
        assert len(view.stories()) == 2


def test_what_is_added_is_there_when_the_store_is_opened_again(place: str, add: Add, store: Store) -> None:
    add(draft("a", FERRY))
    before = msgspec.json.encode(contents(store))
    again = open_store(place)
    assert msgspec.json.encode(contents(again)) == before
    again.close()
