"""What goes into a store comes out of it: as it is now, and as it was known."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from sqlalchemy import inspect

from accord.errors import AccordError
from accord.grouping import (
    blocks,
    terms,
)
from accord.grouping.stories import group
from accord.intake.report_draft import ReportDraft
from accord.records import (
    Dossier,
    Problem,
)
from accord.settings import Settings
from accord.steps import reconcile
from accord.store import (
    fingerprint as program,
)
from accord.store import (
    searching,
)
from accord.store.database import connect
from accord.store.schema import metadata
from accord.store.searching import Query
from accord.store.store import (
    Store,
    open_store,
)
from accord.store.writer import Done
from store.conftest import FAULT, Clock, draft, read_quickly
from store.news import news

Add = Callable[..., Done]

FERRY = (
    "A ferry ran aground off Skerra Island in fog. Coast guard helicopters winched passengers from the ferry."
)
FERRY_2 = (
    "Passengers were winched off a ferry by coast guard helicopters. The ferry ran aground off Skerra Island."
)
CHESS = "Grandmaster Lidia Orsolya won the candidates tournament in Tirgu with a queen sacrifice."


def contents(store: Store) -> tuple[object, ...]:
    """All that a store tells, without when it was recorded."""
    with store.view() as view:
        return (
            view.stories(),
            list(view.dossiers()),
            view.ledger().view(),
            view.problems(),
            sorted(view.search(Query(most=10_000)), key=repr),
        )


def fresh(drafts: list[ReportDraft]) -> list[Dossier]:
    """The dossiers that all reports give at once, without a store."""
    readings = read_quickly([each.report() for each in drafts], Settings())
    stories = group([reading for reading in readings if not isinstance(reading, Problem)])
    return sorted((reconcile(story) for story in stories), key=lambda dossier: dossier.id)


def test_the_tables_are_those_of_the_newest_migration(place: str) -> None:
    engine = connect(place)
    there = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in there.get_columns(table.name)}
        columns.pop("words", None)  # the full text of PostgreSQL
        assert columns == {column.name: bool(column.nullable) for column in table.columns}
        indexes = {index["name"] for index in there.get_indexes(table.name)}
        assert {index.name for index in table.indexes} <= indexes
        targets = {key["referred_table"] for key in there.get_foreign_keys(table.name)}
        assert targets == {key.column.table.name for key in table.foreign_keys}
    engine.dispose()


@pytest.mark.parametrize("dated", [True, False])
def test_what_came_bit_by_bit_is_what_comes_at_once(store: Store, add: Add, dated: bool) -> None:
    drafts = news(6, 4, dated=dated)
    coming = drafts.copy()
    random.Random(3).shuffle(coming)
    for at in range(0, len(coming), 5):
        add(*coming[at : at + 5])
    with store.view() as view:
        assert list(view.dossiers()) == fresh(drafts)


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
        assert list(view.dossiers()) == fresh([each for each in drafts if each.id not in gone])


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
    from accord.intake.report_draft import Spool

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


def test_a_story_is_found_under_the_name_it_had(store: Store, add: Add) -> None:
    add(draft("b", FERRY_2, published="2031-04-03"))
    with store.view() as view:
        (old,) = [row.id for row in view.stories()]
    add(draft("a", FERRY, published="2031-04-02"))
    with store.view() as view:
        (new,) = [row.id for row in view.stories()]
        assert new != old
        assert view.dossier(old) == view.dossier(new)
        assert [(change.kind, change.old, change.new) for change in view.changes()] == [("renamed", old, new)]


def test_a_story_keeps_its_name_while_later_reports_come(store: Store, add: Add) -> None:
    names = set()
    for each in news(1, 6):
        add(each)
        with store.view() as view:
            names |= {row.id for row in view.stories()}
            assert view.changes() == []
    assert len(names) == 1


def test_a_story_that_is_not_there_is_named(store: Store) -> None:
    with store.view() as view, pytest.raises(AccordError, match="no story 'story-x'"):
        view.dossier("story-x")


def test_what_makes_a_stage_raise_is_set_aside_and_tried_again(store: Store, add: Add) -> None:
    add(draft("bad", f"This text {FAULT}."), draft("good", FERRY))
    with store.view() as view:
        assert [(p.input, p.reason) for p in view.problems()] == [
            ("bad", "extraction failed: ZeroDivisionError")
        ]
        assert len(view.stories()) == 1
    assert add().read == 0, "it is not tried again and again"
    assert add(retry=True).read == 1
    mended = Settings(pipeline="mended")
    assert add(settings=mended, retry=True).read == 2, "with other settings all are read again"
    with store.view() as view:
        assert view.problems() == []
        assert len(view.stories()) == 2


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


def test_problems_with_inputs_are_kept_until_they_are_gone(store: Store, add: Add) -> None:
    problem = Problem("a.jsonl line 1", "it is not JSON", "mend it")
    add(problem)
    add(problem)
    with store.view() as view:
        assert view.problems() == [problem]
    add(draft("a", FERRY))
    with store.view() as view:
        assert view.problems() == []


def test_the_ledger_is_that_of_all_dossiers(store: Store, add: Add, clock: Clock) -> None:
    recognised = "Norway recognised Chile on Monday."
    add(draft("a", FERRY))
    clock.next_day()
    add(draft("r", recognised, published="2031-05-01"))
    with store.view() as view:
        (entry,) = view.ledger().view()
        assert (entry.from_, entry.to, entry.aspect) == ("NOR", "CHL", "recognition")
        assert entry.evidence[0].report == "r"
    with store.view(known="2031-05-01") as view:
        assert view.ledger().view() == ()


def test_search_filters(store: Store, add: Add) -> None:
    add(
        draft("a", FERRY, source="The Gull", published="2031-04-01"),
        draft("b", "Norway recognised Chile on Monday.", source="The Tern", published="2031-04-02"),
        draft("c", CHESS),
    )
    asked = {
        "ferry": Query(words="FERRIES"),
        "phrase": Query(words='"queen sacrifice"'),
        "no phrase": Query(words='"sacrifice queen"'),
        "both": Query(words="queen ferry"),
        "code": Query(actor="nor", kind="report"),
        "name": Query(actor=" Norway ", kind="report"),
        "act": Query(act="recognise-state", kind="report"),
        "source": Query(source="the gull", kind="report"),
        "from": Query(first="2031-04-02", kind="report"),
        "to": Query(last="2031-04-01", kind="report"),
        "signs": Query(words='?! "'),
        "operators": Query(words="ferry OR NOT chess*"),
    }
    with store.view() as view:
        found = {name: {hit.report for hit in view.search(query)} for name, query in asked.items()}
        assert [hit.report for hit in view.search(Query(kind="report"))] == ["b", "a", "c"]
        assert len(view.search(Query(most=2))) == 2
    assert found == {
        "ferry": {"a"}, "phrase": {"c"}, "no phrase": set(), "both": set(), "code": {"b"}, "name": {"b"},
        "act": {"b"}, "source": {"a"}, "from": {"b"}, "to": {"a"}, "signs": set(), "operators": set(),
    }  # fmt: skip


@pytest.mark.parametrize("query", [Query(words="ferry"), Query(words="ferry", most=2), Query(words="report")])
def test_many_finds_come_as_few_do(
    store: Store, add: Add, monkeypatch: pytest.MonkeyPatch, query: Query
) -> None:
    days = ("2031-04-03", None, "2031-04-01", "2031-04-02")
    add(
        *(draft(f"r{n}", f"{FERRY} Report {n}.", published=day) for n, day in enumerate(days)),
        draft("c", CHESS),
    )
    with store.view() as view:
        sorted_ = view.search(query)
        monkeypatch.setattr(searching, "_MANY", 1)
        by_day = view.search(query)
    assert by_day == sorted_ != []
    told = [hit.day or "" for hit in by_day]
    assert told == sorted(told, reverse=True)


def test_a_view_does_not_change_while_others_write(store: Store, add: Add) -> None:
    add(draft("a", FERRY))
    with store.view() as view:
        before = view.stories()
        add(draft("c", CHESS))
        assert view.stories() == before
    with store.view() as view:
        assert len(view.stories()) == 2


def test_why_reports_are_together(store: Store, add: Add) -> None:
    add(draft("a", FERRY), draft("b", FERRY_2), draft("c", CHESS))
    with store.view() as view:
        told = {story.id: [reading.id for reading in story.readings] for story in view.told_stories()}
        ties = [tie for story in view.told_stories() for tie in view.ties(story)]
    assert sorted(told.values()) == [["a", "b"], ["c"]]
    assert [(tie.report, tie.other) for tie in ties] == [("a", "b"), ("b", "a")]
    assert ties[0].likeness == ties[1].likeness > 0.1
    assert "ferry" in " ".join(ties[0].terms)


def test_texts_of_any_characters_come_back(store: Store, add: Add) -> None:
    text = "Fähre \U0001f6a2 läuft auf\0 Grund. A ferry ran aground."
    add(draft("ä\0", text))
    with store.view() as view:
        (dossier,) = view.dossiers()
        assert dossier.reports[0].text == text
        assert len(view.search(Query(words="Fähre"))) == len(view.search(Query(words="fähre"))) > 0


def test_what_is_added_is_there_when_the_store_is_opened_again(place: str, add: Add, store: Store) -> None:
    add(draft("a", FERRY))
    before = msgspec.json.encode(contents(store))
    again = open_store(place)
    assert msgspec.json.encode(contents(again)) == before
    again.close()


def test_metadata_that_a_reading_looks_at_makes_it_read_again(store: Store, add: Add) -> None:
    add(draft("a", FERRY))
    done = add(replace(draft("a", FERRY, place="b"), published="2031-04-01"))
    assert (done.added, done.read, done.told) == (1, 1, 1)
    with store.view() as view:
        assert [row.day for row in view.stories()] == ["2031-04-01"]
