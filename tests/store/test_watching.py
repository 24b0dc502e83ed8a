"""Feeds followed: only what is new is added, and servers are asked only for what has changed."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from accord.intake.fetch import Limits
from accord.records import Problem
from accord.settings import Settings
from accord.store.searching import Query
from accord.store.store import Store
from accord.store.watching import Following, read_list, watch
from accord.store.writer import Done
from intake.server import page, serving

FERRY = "A ferry ran aground off the island in fog, and the coast guard winched the passengers to safety."
CHESS = "The grandmaster won the tournament with a queen sacrifice, and the whole town applauded her."


def feed(*items: tuple[str, str]) -> bytes:
    entries = "".join(
        f"<item><title>{id}</title><guid>{id}</guid><link>https://gull.example/{id}</link>"
        f"<description>{text}</description></item>"
        for id, text in items
    )
    return f"<rss version='2.0'><channel><title>The Gull</title>{entries}</channel></rss>".encode()


def follow(store: Store, *feeds: str) -> tuple[Done, list[Problem]]:
    problems: list[Problem] = []
    how = Following(settings=Settings(), limits=Limits(seconds=20))
    return watch(store, feeds, how, problems.append), problems


def ids(store: Store) -> set[str]:
    with store.view() as view:
        return {hit.report for hit in view.search(Query(kind="report"))}


def test_only_new_entries_are_added(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(feed(("one", FERRY)))
    assert follow(store, str(path))[0].added == 1
    path.write_bytes(feed(("two", CHESS), ("one", FERRY)))
    assert follow(store, str(path))[0] == Done(added=1, read=1, told=1)
    path.write_bytes(feed(("two", CHESS)))
    assert follow(store, str(path))[0] == Done()
    assert ids(store) == {"one", "two"}, "what a feed drops stays"


def test_an_entry_that_was_corrected_takes_the_place_of_the_first(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(feed(("one", FERRY)))
    follow(store, str(path))
    path.write_bytes(feed(("one", FERRY.replace("fog", "snow"))))
    follow(store, str(path))
    assert ids(store) == {"one"}
    with store.view() as view:
        assert view.search(Query(words="fog")) == []


def test_a_server_is_asked_for_what_has_changed_only(store: Store) -> None:
    marks: list[str | None] = []
    whole = page(feed(("one", FERRY)), ETag='"first"')

    def answer(handler: BaseHTTPRequestHandler) -> None:
        marks.append(handler.headers["If-None-Match"])
        if marks[-1] == '"first"':
            handler.send_response(304)
            handler.end_headers()
        else:
            whole(handler)

    with serving({"/feed": answer}) as root:
        assert follow(store, f"{root}/feed")[0].added == 1
        assert follow(store, f"{root}/feed")[0] == Done()
    assert marks == [None, '"first"']


def test_a_feed_that_fails_is_named_and_the_others_go_on(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(feed(("one", FERRY)))
    gone = str(tmp_path / "gone.xml")
    done, problems = follow(store, gone, str(path))
    assert done.added == 1
    assert [problem.input for problem in problems] == [gone]
    with store.view() as view:
        assert [problem.input for problem in view.problems()] == [gone]
    Path(gone).write_bytes(feed(("two", CHESS)))
    follow(store, gone)
    with store.view() as view:
        assert view.problems() == []


def test_a_failure_keeps_the_mark_of_the_last_success(store: Store) -> None:
    marks: list[str | None] = []
    answers: list[Callable[[BaseHTTPRequestHandler], None]] = [
        page(feed(("one", FERRY)), ETag='"first"'),
        lambda handler: handler.send_error(500),
        page(feed(("one", FERRY)), ETag='"first"'),
    ]

    def answer(handler: BaseHTTPRequestHandler) -> None:
        marks.append(handler.headers["If-None-Match"])
        answers[len(marks) - 1](handler)

    with serving({"/feed": answer}) as root:
        for _ in answers:
            follow(store, f"{root}/feed")
    assert marks == [None, '"first"', '"first"']


def test_pages_behind_entries_are_not_read_from_private_places(store: Store) -> None:
    with serving({}) as root:
        entries = feed(("one", FERRY)).replace(b"https://gull.example", root.encode())
        with serving({"/feed": page(entries)}) as other:
            problems: list[Problem] = []
            how = Following(settings=Settings(), limits=Limits(seconds=20), pages=True)
            assert watch(store, [f"{other}/feed"], how, problems.append).added == 0
    assert "private network" in problems[0].reason


def test_a_list_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text("# Agencies\nhttps://a.example/feed\n\n  b.xml  \n")
    assert read_list(path) == ["https://a.example/feed", "b.xml"]
