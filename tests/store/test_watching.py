"""Feeds followed: only what is new is added, and servers are asked only for what has changed."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

from accord.intake.fetch import Limits
from accord.records import Problem
from accord.settings import Settings
from accord.store.feed_reader import Following
from accord.store.searching import Query
from accord.store.store import Store
from accord.store.watching import read_list, watch
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


def test_a_feed_that_breaks_off_is_asked_for_in_full_again(store: Store) -> None:
    whole, asked = feed(("one", FERRY), ("two", CHESS)), list[str | None]()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.headers["If-None-Match"])
        body = whole if len(asked) > 1 else whole[: whole.index(b"</item>") + 7]
        page(body, ETag='"first"')(handler)

    with serving({"/feed": answer}) as root:
        assert follow(store, f"{root}/feed")[0].added == 1
        assert follow(store, f"{root}/feed")[0].added == 1
    assert asked == [None, None]


def test_a_slow_feed_keeps_no_other_waiting(store: Store) -> None:
    quick_came = Event()

    def slow(handler: BaseHTTPRequestHandler) -> None:
        assert quick_came.wait(20)
        page(feed(("two", CHESS)))(handler)

    def quick(handler: BaseHTTPRequestHandler) -> None:
        quick_came.set()
        page(feed(("one", FERRY)))(handler)

    with serving({"/slow": slow, "/quick": quick}) as root:
        done, problems = follow(store, f"{root}/slow", f"{root}/quick")
    assert (done.added, problems) == (2, [])


HOSTILE = (
    b"",
    b"\xff" * 50,
    b'<?xml version="1.0" encoding="undefined"?><rss>\xe9</rss>',
    b"<rss version='2.0'><channel><item><link>http://[</link><title>t</title></item></channel></rss>",
)


def test_hostile_feeds_end_no_round(store: Store, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xml" for number in range(len(HOSTILE))]
    for path, data in zip(paths, HOSTILE, strict=True):
        path.write_bytes(data)
    good = tmp_path / "good.xml"
    good.write_bytes(feed(("one", FERRY)))
    done, problems = follow(store, "http://[", "https://u:fog@[/", *map(str, paths), str(good))
    assert done.added == 1
    assert len(problems) >= len(HOSTILE)
    assert not [problem for problem in problems if "fog" in f"{problem.input} {problem.reason}"]


def test_nothing_that_is_shown_has_the_secrets_of_a_feeds_address(store: Store) -> None:
    with serving({"/feed?key=hunter2": page(feed(("one", FERRY)))}) as root:
        address = root.replace("//", "//mara:hunter2@") + "/feed?key=hunter2"
        assert follow(store, address)[0].added == 1
        assert follow(store, address)[0].added == 0
        assert follow(store, address.replace("feed?", "gone?"))[1]
    with store.view() as view:
        shown = [*view.dossiers(), *view.problems(), *view.search(Query())]
        shown += [reading for row in view.stories() for reading in view.readings(row.id)]
    assert len(shown) >= 4
    assert "hunter2" not in str(shown)


def test_a_list_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text("# Agencies\nhttps://a.example/feed\n\n  b.xml  \n")
    assert read_list(path) == ["https://a.example/feed", "b.xml"]


def test_a_list_of_feeds_as_readers_export_it(tmp_path: Path) -> None:
    listed = tmp_path / "feeds.opml"
    listed.write_text(
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="Islands">'
        '<outline type="rss" text="The Gull" xmlUrl="https://gull.example/feed?a=1&amp;b=2"/>'
        "</outline></body></opml>"
    )
    assert read_list(listed) == ["https://gull.example/feed?a=1&b=2"]
