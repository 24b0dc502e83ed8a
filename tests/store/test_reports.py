"""Copies of a text are one report, and each report has an id of its own."""

from __future__ import annotations

from sqlalchemy import Connection

from accord.grouping.stories import group
from accord.intake.report_draft import ReportDraft, Spool
from accord.records import Dossier, Problem
from accord.settings import Settings
from accord.steps import reconcile
from accord.store.receiving import receive, withdraw
from accord.store.reports import load_reports, strip_reading
from accord.store.searching import Query
from accord.store.store import Store
from readings import ReadingBuilder
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


NOW, LATER = "2031-05-01T12:00:00.000000Z", "2031-05-02T12:00:00.000000Z"
BEFORE = "2031-05-02T00:00:00.000000Z"


def ids(connection: Connection, until: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """The ids of the reports of the first texts, with the further ones."""
    found = load_reports(connection, range(1, 9), until)
    return sorted((report.id, report.other_ids) for report in found.values())


def test_an_id_is_free_again_when_the_other_text_is_gone_but_was_shared_then(connection: Connection) -> None:
    receive(connection, [draft("a", FERRY), draft("a", CHESS, place="other.jsonl line 1")], NOW)
    shared = ids(connection)
    assert all(id.startswith("a-") for id, _ in shared)
    withdraw(connection, shared[0][0], "", LATER)
    assert ids(connection) == [("a", ())]
    assert ids(connection, BEFORE) == shared
    assert ids(connection, NOW) == []


def test_an_id_that_another_text_has_too_is_no_further_id(connection: Connection) -> None:
    drafts = [draft("a", FERRY), draft("b", FERRY), draft("c", FERRY), draft("c", CHESS)]
    receive(connection, drafts, NOW)
    (_, others), _ = ids(connection)
    assert others == ("b",)


def test_what_copies_state_differently_is_taken_from_the_first_id(connection: Connection) -> None:
    receive(connection, [draft("b", FERRY, source="The Gull"), draft("a", FERRY, source="The Tern")], NOW)
    (report,) = load_reports(connection, range(1, 9)).values()
    assert (report.id, report.source) == ("a", "The Tern")


def test_what_can_change_beside_a_reading_is_not_kept_in_it() -> None:
    builder = ReadingBuilder("a", FERRY, source="The Gull", title="Aground", published="2031-04-01")
    other = ReadingBuilder("b", FERRY, source="The Tern", title="Aground", published="2031-04-01")
    assert strip_reading(builder.build()) == strip_reading(other.build())
    assert strip_reading(builder.build()).text == ""
    later = ReadingBuilder("a", FERRY, source="The Gull", title="Aground", published="2031-04-02")
    assert strip_reading(builder.build()) != strip_reading(later.build()), "dates are read by it"
