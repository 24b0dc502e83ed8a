"""A writer does what is new, what is changed and what another program did, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.errors import AccordError
from accord.records import Problem
from accord.settings import Settings
from accord.store import fingerprint as program
from accord.store.store import Store
from accord.store.writer import Done
from store.conftest import FAULT, Add, draft
from store.news import news
from store.runs import contents


def test_the_same_again_changes_nothing(store: Store, add: Add) -> None:
    drafts = news(3, 3)
    assert add(*drafts).added == 9
    before = contents(store)
    assert add(*reversed(drafts)) == Done()
    assert contents(store) == before


def test_only_stories_that_are_touched_are_told_anew(add: Add) -> None:
    *first, last = news(8, 4)
    add(*first)
    done = add(last)
    assert (done.added, done.read, done.told) == (1, 1, 1)


def test_another_program_reads_again_what_it_must(
    store: Store, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(*news(2, 2))
    before = contents(store)
    monkeypatch.setattr(program, "reconciling", lambda settings: "newer")
    done = add()
    assert (done.read, done.told) == (0, 2)
    monkeypatch.setattr(program, "extracting", lambda settings: "newer")
    done = add()
    assert (done.read, done.told) == (4, 2)
    assert contents(store) == before


def test_with_words_of_ones_own_all_is_read_and_told_again(store: Store, add: Add, tmp_path: Path) -> None:
    add(*news(2, 2))
    (tmp_path / "words").mkdir()
    own = Settings(vocabulary=tmp_path / "words")
    assert (add(settings=own).read, add(settings=own).told) == (0, 0), "there are none yet"
    (tmp_path / "words" / "countries.json").write_text('{"entries": [{"id": "XRU", "names": ["Ruritania"]}]}')
    done = add(settings=own)
    assert (done.read, done.told) == (4, 2)
    assert add(settings=own).read == 0
    done = add()
    assert (done.read, done.told) == (4, 2), "without them too"


def test_words_that_fit_none_are_told_before_anything_is_done(store: Store, add: Add, tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "wire.json").write_text("{}")
    with pytest.raises(AccordError, match=r"did you mean wires.json\?"):
        add(*news(2, 2), settings=Settings(vocabulary=tmp_path / "words"))


def test_another_grouping_places_all_again(store: Store, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    add(*news(2, 2))
    before = contents(store)
    monkeypatch.setattr(program, "grouping", lambda settings: "newer")
    done = add()
    assert (done.read, done.told) == (0, 2)
    assert add() == Done()
    assert contents(store) == before


def test_more_than_fits_one_step_is_all_read_and_what_fails_is_told(store: Store) -> None:
    bad = [draft(f"bad{number}", f"This text {FAULT} {number}.") for number in range(2)]
    wrong = Problem("gone.txt", "there is no such file", "check the name")
    received: list[Problem] = []
    failed: list[Problem] = []
    with store.writer() as writer:
        assert writer.receive([*news(10, 4), wrong, *bad], received.append) == 42
        done = writer.settle(Settings(), failed.append)
    assert (done.read, done.told) == (42, 10)
    assert received == [wrong]
    assert sorted(problem.input for problem in failed) == ["bad0", "bad1"]
