"""Feeds into a store: each is asked for what is new, and what it gives is added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from accord.intake.feeds import read_feed
from accord.intake.fetch import Fetched, Limits, fetch
from accord.intake.gather import unreadable
from accord.intake.html import PageReader
from accord.intake.intake import DraftCompleter
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem
from accord.settings import Settings
from accord.store.receiving import Visit
from accord.store.store import Store
from accord.store.writer import Done, OnProblem


class Following(Struct, frozen=True, kw_only=True):
    """How feeds are followed: with `pages`, the page behind each entry is read instead of its summary."""

    settings: Settings
    limits: Limits = Limits()
    pages: bool = False


def watch(store: Store, feeds: Sequence[str], how: Following, on_problem: OnProblem) -> Done:
    """Ask each feed once for what is new, and add it.

    The feeds are asked before the store is held, so that a slow server keeps no other writer waiting.
    """
    completer = DraftCompleter.load(how.settings.load_vocabulary())
    with store.view() as view:
        reader = _FeedReader(how, completer, view.has_url)
        asked = [reader.ask(feed, view.visit(feed)) for feed in feeds]
    with store.writer() as writer:
        added = 0
        for outcomes, visit in asked:
            added += writer.receive(outcomes, on_problem)
            # Only now: a feed that says that nothing has changed must not hide what was not added.
            writer.note_visit(visit)
        return replace(writer.settle(how.settings, on_problem), added=added)


def read_list(path: Path) -> list[str]:
    """The feeds in a file: one a line, empty lines and those that begin with # left out.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise unreadable(error) from error
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


class _FeedReader(Struct, frozen=True):
    """Asks feeds; `has_url` tells whether the report at an address is there already."""

    how: Following
    completer: DraftCompleter
    has_url: Callable[[str], bool]

    def ask(self, feed: str, last: Visit | None) -> tuple[list[ReportDraft | Problem], Visit]:
        """What is new in a feed, and what its server said."""
        try:
            got = _get(feed, last, self.how.limits)
            if got.body is None:
                return [], Visit(feed, got.etag, got.modified, "nothing new")
            found = list(self._complete(read_feed(got.body, feed)))
            return found, Visit(feed, got.etag, got.modified, f"{len(found)} entries")
        except InputError as error:
            kept = (last.etag, last.modified) if last else (None, None)
            return [error.problem(feed)], Visit(feed, *kept, error.reason, failed=True)

    def _complete(self, entries: Iterator[ReportDraft | Problem]) -> Iterator[ReportDraft | Problem]:
        for entry in entries:
            if isinstance(entry, Problem):
                yield entry
                continue
            try:
                read: Iterable[ReportDraft | Problem] = [entry]
                if self.how.pages and entry.url is not None:
                    if self.has_url(entry.url):
                        continue
                    read = _page(entry, entry.url, self.how.limits, self.completer.pages)
            except InputError as error:
                yield error.problem(entry.url or entry.place)
                continue
            for one in read:
                yield self.completer.complete(one) if isinstance(one, ReportDraft) else one


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


def _page(entry: ReportDraft, url: str, limits: Limits, pages: PageReader) -> list[ReportDraft | Problem]:
    """The page behind an entry, with what the entry says of it."""
    got = fetch(url, limits, named=False)
    told = {
        name: getattr(entry, name) for name in ("source", "title", "published", "url") if getattr(entry, name)
    }
    read = pages.read(got.body or b"", entry.id, entry.place, None, got.url)
    return [replace(one, **told) if isinstance(one, ReportDraft) else one for one in read]
