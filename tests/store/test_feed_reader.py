"""One feed, asked within its budget."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from threading import Event

from accord.intake.fetch import Limits
from accord.intake.intake import DraftCompleter
from accord.intake.report_draft import ReportDraft
from accord.records import Problem
from accord.settings import Settings
from accord.store.feed_reader import FeedBudget, FeedPart, FeedReader, Following
from intake.server import Answer, page, serving

TEXT = "The ferry ran aground off the island in fog, and the coast guard winched its passengers to safety."


def ask(
    pages: dict[str, Answer], entries: int, known: set[str] | None = None, **budget: float
) -> list[FeedPart]:
    """The parts of a feed with `entries`, whose pages are `pages`, or one text."""

    def feed(handler: BaseHTTPRequestHandler) -> None:
        root = f"http://{handler.headers['Host']}"
        items = "".join(
            f"<item><title>{n}</title><link>{root}/{n}</link><description>Short.</description></item>"
            for n in range(entries)
        )
        whole = f"<rss version='2.0'><channel><title>Gull</title>{items}</channel></rss>"
        page(whole.encode(), ETag='"1"')(handler)

    body = f"<html><body><article><p>{TEXT}</p></article></body></html>".encode()
    answers = {f"/{n}": page(body) for n in range(entries)} | pages | {"/feed": feed}
    how = Following(
        settings=Settings(),
        limits=Limits(seconds=20),
        pages=True,
        budget=FeedBudget(**budget),  # type: ignore[arg-type]
    )
    with serving(answers) as root:
        there = {f"{root}{path}" for path in known or ()}
        reader = FeedReader(how, DraftCompleter.load(), lambda urls: there & set(urls), Event())
        return list(reader.ask(f"{root}/feed", None))


def counted(parts: list[FeedPart]) -> tuple[int, list[str]]:
    """How many reports there are, and what is wrong."""
    outcomes = [outcome for part in parts for outcome in part.outcomes]
    problems = [outcome.reason for outcome in outcomes if isinstance(outcome, Problem)]
    return sum(isinstance(outcome, ReportDraft) for outcome in outcomes), problems


def test_the_pages_of_a_private_feed_that_was_named_are_read() -> None:
    parts = ask({}, 2)
    assert counted(parts) == (2, [])
    assert [part.visit.etag for part in parts if part.visit] == ['"1"']


def test_a_page_that_is_known_is_not_asked_for() -> None:
    assert counted(ask({"/0": gone}, 2, known={"/0"})) == (1, [])


def gone(handler: BaseHTTPRequestHandler) -> None:
    handler.send_error(503)


def test_a_feed_whose_pages_fail_is_left_and_asked_for_again() -> None:
    parts = ask({f"/{n}": gone for n in range(9)}, 9, failures=3)
    reports, problems = counted(parts)
    assert reports == 0
    assert len(problems) == 4
    assert problems[-1] == "3 of its pages in a row could not be read"
    assert [part.visit.etag for part in parts if part.visit] == [None], "what was missed is not forgotten"


def test_a_page_that_fails_now_and_then_does_not_end_a_feed() -> None:
    reports, problems = counted(ask({f"/{n}": gone for n in (0, 2, 4)}, 6, failures=2))
    assert (reports, len(problems)) == (3, 3)


def test_a_feed_gets_no_more_bytes_than_its_budget() -> None:
    reports, problems = counted(ask({}, 5, bytes=2 * len(TEXT)))
    assert reports < 3
    assert problems == ["its pages are larger than what is taken of a feed at once"]


def test_a_feed_gets_no_more_seconds_than_its_budget() -> None:
    reports, problems = counted(ask({}, 5, seconds=0.0))
    assert (reports, problems) == (0, ["its pages took longer than a feed may take"])


def test_large_pages_are_handed_on_as_they_come() -> None:
    body = f"<html><body><article><p>{TEXT}</p></article></body></html><!--{'x' * 1_500_000}-->".encode()
    parts = ask({f"/{n}": page(body) for n in range(4)}, 4)
    assert len(parts) > 1
    assert [part.visit is not None for part in parts] == [False] * (len(parts) - 1) + [True]
    assert counted(parts) == (4, [])
