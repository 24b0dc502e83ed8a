"""What comes in takes the place of what it corrects, and can be taken out again."""

from __future__ import annotations

from hashlib import sha256

from msgspec.structs import replace
from sqlalchemy import Connection, func, select

from accord.records import Problem
from accord.settings import Settings
from accord.store.receiving import (
    Visit,
    has_url,
    last_visit,
    note_problems,
    note_visit,
    receive,
    withdraw,
)
from accord.store.rows import holds
from accord.store.schema import copies, problems
from accord.store.searching import Query
from accord.store.store import Store
from accord.store.versions import Version
from store.conftest import Add, Clock, draft
from store.news import CHESS, FERRY, FERRY_2

SNOW = FERRY.replace("fog", "snow")
NOW, LATER = "2031-05-01T12:00:00.000000Z", "2031-05-02T12:00:00.000000Z"


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


def test_a_file_that_holds_another_text_is_corrected_and_a_line_of_a_file_is_not(
    connection: Connection,
) -> None:
    """Lines of a file move; which report was on one before says nothing."""
    file, line = draft("a", FERRY, place="a.txt", stem="a"), draft("b", CHESS, place="b.jsonl line 1")
    assert receive(connection, [file, line], NOW) == 2
    other = replace(file, text=FERRY_2), replace(line, text=f"{CHESS} Again.")
    assert receive(connection, other, LATER) == 2
    gone = select(copies.c.place, copies.c.retracted, copies.c.why).where(copies.c.retracted.is_not(None))
    assert [tuple(row) for row in connection.execute(gone)] == [("a.txt", LATER, Version.CORRECTED.value)]


def test_what_comes_together_from_one_address_is_all_kept(connection: Connection) -> None:
    url = "https://one.example/live"
    drafts = [draft("a", FERRY, url=url), draft("b", CHESS, url=url)]
    assert receive(connection, drafts, NOW) == 2
    assert receive(connection, drafts, LATER) == 0
    assert connection.execute(select(func.count()).where(holds(copies))).scalar_one() == 2
    assert has_url(connection, url)
    assert not has_url(connection, "https://one.example/other")


def test_what_comes_again_is_not_replaced_by_what_comes_with_it(connection: Connection) -> None:
    url = "https://one.example/live"
    again, new = draft("a", FERRY, url=url), draft("b", CHESS, url=url)
    receive(connection, [again], NOW)
    assert receive(connection, [new, again], LATER) == 1
    assert connection.execute(select(func.count()).where(holds(copies))).scalar_one() == 2


def test_a_report_is_withdrawn_by_the_id_that_it_got_alone(connection: Connection) -> None:
    receive(connection, [draft("a", FERRY), draft("a", CHESS, place="other.jsonl line 1")], NOW)
    assert withdraw(connection, "a", "", LATER) == 0, "it is the id of neither"
    assert withdraw(connection, f"a-{sha256(CHESS.encode()).hexdigest()[:8]}", "a hoax", LATER) == 1
    rows = connection.execute(select(copies.c.place, copies.c.why).where(copies.c.retracted.is_not(None)))
    assert [tuple(row) for row in rows] == [("other.jsonl line 1", "withdrawn: a hoax")]
    assert withdraw(connection, "a", "", LATER) == 1, "now it is that of the one which is left"


def test_the_last_visit_counts_and_one_that_succeeds_ends_what_was_wrong(connection: Connection) -> None:
    feed = "https://one.example/feed"
    assert last_visit(connection, feed) is None
    note_problems(connection, [Problem(feed, "it is gone", "look for another")], NOW)
    note_visit(connection, Visit(feed, None, None, "it is gone", failed=True), NOW)
    wrong = select(func.count()).where(holds(problems))
    assert connection.execute(wrong).scalar_one() == 1
    note_visit(connection, Visit(feed, '"v2"', "Thu, 01 May 2031 12:00:00 GMT", "3 items"), LATER)
    note_visit(connection, Visit("https://two.example/feed", None, None, "1 item"), LATER)
    assert last_visit(connection, feed) == Visit(feed, '"v2"', "Thu, 01 May 2031 12:00:00 GMT", "3 items")
    assert connection.execute(wrong).scalar_one() == 0


URL = "https://one.example/ferry"


def copies_that_hold(connection: Connection) -> tuple[int, int]:
    """How many copies there are, and how many of them hold."""
    whole = connection.execute(select(func.count()).select_from(copies)).scalar_one()
    return whole, connection.execute(select(func.count()).where(holds(copies))).scalar_one()


def give(connection: Connection, feed: str, text: str, source: str | None = None) -> int:
    entry = replace(draft("guid", text, url=URL), place="shown", stem=None, source=source or feed)
    return receive(connection, [entry], NOW, origin=feed)


def test_the_same_article_in_two_feeds_is_two_copies_however_often_it_comes(connection: Connection) -> None:
    for _ in range(3):
        give(connection, "world", FERRY)
        give(connection, "top", FERRY)
    assert copies_that_hold(connection) == (2, 2)


def test_two_feeds_that_word_an_article_differently_do_not_replace_each_other_for_ever(
    connection: Connection,
) -> None:
    for _ in range(3):
        give(connection, "world", FERRY)
        give(connection, "top", SNOW)
    assert copies_that_hold(connection) == (2, 1)


def test_a_feed_that_goes_back_to_what_it_had_is_believed(connection: Connection) -> None:
    for text in (FERRY, SNOW, FERRY):
        assert give(connection, "world", text) == 1
    assert copies_that_hold(connection) == (3, 1)


def test_a_correction_takes_the_place_of_every_copy(connection: Connection) -> None:
    give(connection, "world", FERRY)
    give(connection, "top", FERRY)
    give(connection, "world", FERRY.replace("fog", "snow"))
    assert give(connection, "top", FERRY) == 0, "it is told what it told before"
    assert copies_that_hold(connection) == (3, 1)


def test_what_was_withdrawn_stays_so_while_its_feed_has_it(connection: Connection) -> None:
    give(connection, "world", FERRY)
    assert withdraw(connection, "guid", "a hoax", NOW) == 1
    assert give(connection, "world", FERRY) == 0
    assert receive(connection, [draft("guid", FERRY, url=URL)], NOW) == 1, "a person adds it again"


def test_a_line_that_moves_in_its_file_is_no_second_copy(connection: Connection) -> None:
    for number in (1, 2):
        line = replace(draft("a", FERRY, url=URL), place=f"news.jsonl line {number}", stem=None)
        receive(connection, [line], NOW)
    assert copies_that_hold(connection) == (2, 1)
