"""One feed asked for what is new, within what a feed may take of a round; it gives that in parts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event

from msgspec import Struct
from msgspec.structs import replace

from accord.faults import fault
from accord.intake.addresses import Home, shown_address
from accord.intake.feeds import is_whole, read_feed
from accord.intake.fetch import Fetched, Limits, fetch
from accord.intake.gather import unreadable
from accord.intake.html import PageReader
from accord.intake.intake import DraftCompleter
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem
from accord.settings import Settings
from accord.store.receiving import Visit

# What has come is handed on from so many bytes on, so that memory does not grow with a feed.
_HANDED_BYTES = 2_000_000
_NEXT_TIME = "what is left is read the next time"

Outcome = ReportDraft | Problem


class FeedBudget(Struct, frozen=True):
    """What one feed may take of a round: seconds of waiting, bytes, and pages in a row that fail."""

    seconds: float = 300.0
    bytes: int = 50_000_000
    failures: int = 5


class Following(Struct, frozen=True, kw_only=True):
    """How feeds are followed: with `pages`, the page behind each entry is read instead of its summary."""

    settings: Settings
    limits: Limits = Limits()
    pages: bool = False
    budget: FeedBudget = FeedBudget()


class FeedPart(Struct, frozen=True):
    """Some of what a feed gave; with the last of it, what its server said."""

    feed: str
    outcomes: list[Outcome]
    visit: Visit | None = None


class FeedReader(Struct, frozen=True):
    """Asks feeds; `known` tells which of some addresses are known already, `stopped` when to leave off."""

    how: Following
    completer: DraftCompleter
    known: Callable[[list[str]], set[str]]
    stopped: Event

    def ask(self, feed: str, last: Visit | None) -> Iterator[FeedPart]:
        """What is new in a feed, in parts; the last of them, and no other, has what its server said."""
        kept = (last.etag, last.modified) if last else (None, None)
        place = shown_address(feed)
        try:
            got = _get(feed, last, self.how.limits)
            if got.body is None:
                yield FeedPart(feed, [], Visit(feed, got.etag, got.modified, "nothing new"))
                return
            purse = _Purse(self.how)
            part, total, size = list[Outcome](), 0, 0
            for outcome in self._entries(got, place, purse):
                part.append(outcome)
                total += 1
                size += _size(outcome)
                if size >= _HANDED_BYTES:
                    yield FeedPart(feed, part)
                    part, size = [], 0
            # What was not had, or may not be all, is asked for again.
            is_all = is_whole(got.body) and not purse.missed
            marks = (got.etag, got.modified) if is_all else (None, None)
            yield FeedPart(feed, part, Visit(feed, *marks, f"{total} entries"))
        except InputError as error:
            yield FeedPart(feed, [error.problem(place)], Visit(feed, *kept, error.reason, failed=True))
        except Exception as error:
            problem = fault(place, "reading", error)
            yield FeedPart(feed, [problem], Visit(feed, *kept, problem.reason, failed=True))

    def _entries(self, got: Fetched, place: str, purse: _Purse) -> Iterator[Outcome]:
        entries = read_feed(got.body or b"", place, self.completer.pages)
        if not self.how.pages:
            yield from (self._whole(entry) for entry in entries)
            return
        found = list(entries)
        urls = [entry.url for entry in found if isinstance(entry, ReportDraft) and entry.url]
        known = self.known(urls)
        for entry in found:
            if self.stopped.is_set():
                return
            if isinstance(entry, Problem) or entry.url is None:
                yield self._whole(entry)
            elif entry.url not in known:
                if reason := purse.spent():
                    yield Problem(place, reason, _NEXT_TIME)
                    return
                yield from self._behind(entry, entry.url, purse, got.home)

    def _behind(self, entry: ReportDraft, url: str, purse: _Purse, home: Home | None) -> Iterator[Outcome]:
        """The page behind an entry, and what is amiss with it."""
        try:
            found = purse.pay(lambda limits: _page(entry, url, limits, self.completer.pages, home))
        except InputError as error:
            yield error.problem(shown_address(url))
        except Exception as error:
            yield fault(shown_address(url), "reading", error)
        else:
            yield from map(self._whole, found)

    def _whole(self, entry: Outcome) -> Outcome:
        return entry if isinstance(entry, Problem) else self.completer.complete(entry)


class _Purse:
    """What is left of a feed's budget; `missed` says that a page could not be had."""

    def __init__(self, how: Following) -> None:
        self._limits, self._left, self._failed = how.limits, how.budget, 0
        self.missed = False

    def spent(self) -> str | None:
        """What has run out."""
        reason = self._spent()
        self.missed |= reason is not None
        return reason

    def _spent(self) -> str | None:
        if self._left.seconds <= 0:
            return "its pages took longer than a feed may take"
        if self._left.bytes <= 0:
            return "its pages are larger than what is taken of a feed at once"
        if self._failed >= self._left.failures:
            return f"{self._failed} of its pages in a row could not be read"
        return None

    def pay(self, ask: Callable[[Limits], list[Outcome]]) -> list[Outcome]:
        """What `ask` gives within what is left."""
        begun = time.monotonic()
        size = 0
        self._failed += 1
        try:
            found = ask(replace(self._limits, seconds=min(self._limits.seconds, self._left.seconds)))
            size = sum(map(_size, found))
            self._failed = 0
            return found
        except InputError:
            self.missed = True
            raise
        finally:
            took = time.monotonic() - begun
            left = self._left
            self._left = replace(left, seconds=left.seconds - took, bytes=left.bytes - size)


def _size(outcome: Outcome) -> int:
    return len(outcome.raw or b"") + len(outcome.text) if isinstance(outcome, ReportDraft) else 0


def _get(feed: str, last: Visit | None, limits: Limits) -> Fetched:
    if "://" in feed:
        return fetch(feed, limits, last.etag if last else None, last.modified if last else None)
    try:
        with open(feed, "rb") as file:  # noqa: PTH123 (a name with a zero byte must not raise earlier)
            body = file.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        raise unreadable(error) from error
    if len(body) > limits.max_bytes:
        raise InputError(f"it is larger than {limits.max_bytes} bytes", "raise the limit with --max-bytes")
    return Fetched(feed, body)


def _page(
    entry: ReportDraft, url: str, limits: Limits, pages: PageReader, home: Home | None
) -> list[Outcome]:
    """The page behind an entry, with what the entry says of it."""
    got = fetch(url, limits, named=False, home=home)
    told = {
        name: getattr(entry, name) for name in ("source", "title", "published", "url") if getattr(entry, name)
    }
    read = pages.read(got.body or b"", entry.id, entry.place, None, got.url)
    return [replace(one, **told) if isinstance(one, ReportDraft) else one for one in read]
