"""What goes into a store comes out of it, also when it is opened again and while others write."""

from __future__ import annotations

from pathlib import Path

import msgspec

from accord.records import Problem
from accord.settings import Settings
from accord.store.store import Store, open_store
from accord.store.writer import Done
from store.conftest import FAULT, Add, draft
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


def test_files_are_added_once_and_what_is_wrong_with_them_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY)
    (tmp_path / "empty.txt").write_text("")
    told: list[Problem] = []
    inputs = [tmp_path / "ferry.txt", tmp_path / "empty.txt"]
    assert store.add(inputs, Settings(), told.append) == Done(added=1, read=1, told=1)
    assert [(problem.input, problem.reason) for problem in told] == [
        (str(tmp_path / "empty.txt"), "it is empty")
    ]
    assert store.add(inputs, Settings(), told.append) == Done()
    with store.view() as view:
        assert view.problems() == told[:1] == told[1:]


def test_what_was_set_aside_is_tried_again_when_it_is_asked_for(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(f"This text {FAULT}.")
    told: list[Problem] = []
    for retry, read in ((False, 1), (False, 0), (True, 1)):
        assert store.add([tmp_path / "bad.txt"], Settings(), told.append, retry=retry).read == read
    assert [problem.input for problem in told] == ["bad", "bad"]
