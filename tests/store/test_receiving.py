"""What comes in takes the place of what it corrects, and can be taken out again."""

from __future__ import annotations

from accord.records import Problem
from accord.settings import Settings
from accord.store.searching import Query
from accord.store.store import Store
from store.conftest import Add, Clock, draft
from store.news import CHESS, FERRY, FERRY_2


def test_a_corrected_report_takes_the_place_of_the_first(store: Store, add: Add, clock: Clock) -> None:
    add(draft("a", FERRY, url="https://one.example/ferry"), draft("b", FERRY_2))
    clock.next_day()
    corrected = FERRY.replace("fog", "snow")
    add(draft("a", corrected, url="https://one.example/ferry"))
    with store.view() as view:
        assert [hit.report for hit in view.search(Query(words="fog"))] == []
        assert {hit.report for hit in view.search(Query(words="snow", kind="report"))} == {"a"}
    with store.view(known="2031-05-01") as view:
        assert {hit.report for hit in view.search(Query(words="fog", kind="report"))} == {"a"}
        (dossier,) = view.dossiers()
        assert {report.text for report in dossier.reports} == {FERRY, FERRY_2}


def test_a_withdrawn_report_tells_nothing_any_more(store: Store, add: Add, clock: Clock) -> None:
    add(draft("a", FERRY), draft("b", CHESS))
    clock.next_day()
    with store.writer() as writer:
        assert writer.withdraw("a", "it was a hoax") == 1
        assert writer.withdraw("nobody") == 0
        writer.settle(Settings(), lambda problem: None)
    with store.view() as view:
        assert [row.reports for row in view.stories()] == [1]
        assert view.search(Query(words="ferry")) == []
    with store.view(known="2031-05-01") as view:
        assert len(view.stories()) == 2


def test_problems_with_inputs_are_kept_until_they_are_gone(store: Store, add: Add) -> None:
    problem = Problem("a.jsonl line 1", "it is not JSON", "mend it")
    add(problem)
    add(problem)
    with store.view() as view:
        assert view.problems() == [problem]
    add(draft("a", FERRY))
    with store.view() as view:
        assert view.problems() == []
