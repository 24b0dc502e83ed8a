"""Feeds into a store: several are asked side by side, and what each gives is added as it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from html import unescape
from pathlib import Path
from queue import Empty, Full, Queue, SimpleQueue
from threading import Event, Thread

from msgspec.structs import replace

from accord.intake.gather import unreadable
from accord.intake.intake import DraftCompleter
from accord.store.feed_reader import FeedPart, FeedReader, Following
from accord.store.receiving import Visit
from accord.store.store import Store
from accord.store.writer import Done, OnProblem

_OPML = re.compile(r"<opml\b", re.IGNORECASE)
_OUTLINE = re.compile(r"<outline\b[^>]*?\bxmlUrl\s*=\s*[\"']([^\"'<>]+)[\"']", re.IGNORECASE)
_SIDE_BY_SIDE = 8
# So many parts wait to be added; those who ask wait where there are more.
_WAITING = 4
_LOOK_UP_SECONDS = 0.2


def watch(store: Store, feeds: Sequence[str], how: Following, on_problem: OnProblem) -> Done:
    """Ask each feed once for what is new, and add it.

    Feeds are asked side by side, and the store is held only while something is added: a slow server keeps
    neither other feeds nor other writers waiting.
    """
    completer = DraftCompleter.load(how.settings.load_vocabulary())
    with store.view() as view:
        visits = {feed: view.visit(feed) for feed in feeds}

    def known(urls: list[str]) -> set[str]:
        with store.view() as view:
            return {url for url in urls if view.has_url(url)}

    stopped, added = Event(), 0
    try:
        for part in _asked(visits, FeedReader(how, completer, known, stopped)):
            with store.writer() as writer:
                added += writer.receive(part.outcomes, on_problem, part.feed)
                # Only now: a feed that says that nothing has changed must not hide what was not added.
                if part.visit is not None:
                    writer.note_visit(part.visit)
    finally:
        stopped.set()
    with store.writer() as writer:
        return replace(writer.settle(how.settings, on_problem), added=added)


def _asked(visits: Mapping[str, Visit | None], reader: FeedReader) -> Iterator[FeedPart]:
    """What the feeds of `visits` give, each after what its server said last, as it comes."""
    to_ask, came = SimpleQueue[str](), Queue[FeedPart](_WAITING)
    for feed in visits:
        to_ask.put(feed)

    def work() -> None:
        with suppress(Empty):
            while not reader.stopped.is_set():
                feed = to_ask.get_nowait()
                for part in reader.ask(feed, visits[feed]):
                    _put(came, part, reader.stopped)

    for _ in range(min(_SIDE_BY_SIDE, len(visits))):
        Thread(target=work, daemon=True).start()
    left = len(visits)
    while left:
        part = came.get()
        left -= part.visit is not None
        yield part


def _put(came: Queue[FeedPart], part: FeedPart, stopped: Event) -> None:
    """Put `part` where it is waited for, as long as it is."""
    while not stopped.is_set():
        with suppress(Full):
            came.put(part, timeout=_LOOK_UP_SECONDS)
            return


def read_list(path: Path) -> list[str]:
    """The feeds in a file: one a line, empty lines and those that begin with # left out; or in an OPML file.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise unreadable(error) from error
    if _OPML.search(text):
        return [unescape(address) for address in _OUTLINE.findall(text)]
    lines = text.splitlines()
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
