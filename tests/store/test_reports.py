"""Copies of a text are one report, and each report has an id of its own."""

from __future__ import annotations

from accord.grouping.stories import group
from accord.intake.report_draft import ReportDraft, Spool
from accord.records import Dossier, Problem
from accord.settings import Settings
from accord.steps import reconcile
from accord.store.searching import Query
from accord.store.store import Store
from store.conftest import Add, draft, read_quickly
from store.news import CHESS, FERRY


def test_a_copy_joins_the_report_and_its_places(store: Store, add: Add) -> None:
    add(draft("a", FERRY))
    assert add(draft("b", FERRY, place="elsewhere")).read == 0
    with store.view() as view:
        (dossier,) = view.dossiers()
        (reading,) = view.readings(dossier.id)
    assert reading.ids == ("a", "b")
    assert reading.places == ("a.jsonl line 1", "elsewhere")
    assert dossier == fresh_of(draft("a", FERRY), draft("b", FERRY, place="elsewhere"))


def fresh_of(*drafts: ReportDraft) -> Dossier:
    with Spool() as spool:
        for each in drafts:
            spool.add(each)
        (reading,) = read_quickly(spool.reports(), Settings())
    assert not isinstance(reading, Problem)
    return reconcile(group([reading])[0])


def test_texts_that_want_one_id_both_get_another(store: Store, add: Add) -> None:
    add(draft("a", FERRY))
    with store.view() as view:
        assert [hit.report for hit in view.search(Query(kind="report"))] == ["a"]
    add(draft("a", CHESS, place="other.jsonl line 1"))
    with store.view() as view:
        ids = [hit.report for hit in view.search(Query(kind="report"))]
    assert len(set(ids)) == 2
    assert all(id.startswith("a-") and len(id) == 10 for id in ids)


def test_texts_of_any_characters_come_back(store: Store, add: Add) -> None:
    text = "Fähre \U0001f6a2 läuft auf\0 Grund. A ferry ran aground."
    add(draft("ä\0", text))
    with store.view() as view:
        (dossier,) = view.dossiers()
        assert dossier.reports[0].text == text
        assert len(view.search(Query(words="Fähre"))) == len(view.search(Query(words="fähre"))) > 0
