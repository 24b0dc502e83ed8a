"""Feeds, RSS, Atom and JSON Feed: their entries as drafts of reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import unescape
from typing import Any

from accord.faults import fault
from accord.intake.addresses import LATER
from accord.intake.days import DayFinder
from accord.intake.html import PageReader, page_text
from accord.intake.page_metadata import feed_outlet
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem
from accord.text.blocks import SENTENCE_END

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MOST_ENTRIES = 1000
_TAIL = 4096
_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*-->\s*)*\Z", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z/!][^>]{0,1000}>")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 4
_ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?:[T ]|\Z)")

_Entry = Mapping[str, Any]


def read_feed(data: bytes, place: str, pages: PageReader) -> Iterator[ReportDraft | Problem]:
    """The entries of a feed, and what is wrong with them: one problem for all that have no words.

    Raises:
        InputError: it is no feed, or one that does what no feed needs to.
    """
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    title, home, entries = _json_entries(data) if is_json else _xml_entries(data)
    source = feed_outlet(title, home) if title else None
    empty = 0
    for number, entry in enumerate(entries[:_MOST_ENTRIES], 1):
        try:
            draft = _draft(entry, place, source, pages)
        except Exception as error:
            name = f"{place} entry {_text(entry, 'id') or _text(entry, 'link') or number}"
            yield fault(name, "reading", error)
            continue
        empty += draft is None
        if draft is not None:
            yield draft
    if empty:
        which = "it has an entry" if empty == 1 else f"it has {empty} entries"
        yield Problem(place, f"{which} without a headline and a text", "follow a feed with whole reports")
    if len(entries) > _MOST_ENTRIES:
        reason = f"it has {len(entries)} entries; the first {_MOST_ENTRIES} were read"
        yield Problem(place, reason, "follow a feed of its parts")


def _xml_entries(data: bytes) -> tuple[str | None, str | None, Sequence[_Entry]]:
    """Title, home page and entries of a feed in XML."""
    import feedparser

    if _ENTITY.search(data.replace(b"\0", b"")):  # as UTF-16 has it
        raise InputError("it declares entities of its own, which feeds do to do harm", "follow another feed")
    try:
        found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        # Whatever a feed does to the parser, it must not end the round of the others.
        raise InputError(f"it could not be parsed ({type(error).__name__})", LATER) from error
    if not found.get("version"):
        raise InputError("it is no RSS or Atom feed", "give the address of the feed, not of the page")
    if not found.entries and found.get("bozo"):
        raise InputError(f"it is malformed: {found.bozo_exception}", LATER)
    return _line(found.feed, "title"), _text(found.feed, "link"), found.entries


def _json_entries(data: bytes) -> tuple[str | None, str | None, Sequence[_Entry]]:
    """Title, home page and entries of a JSON Feed, the entries named as those in XML are."""
    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"it is malformed: {error}", LATER) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise InputError("it is no RSS or Atom feed, nor a JSON Feed", "give the address of the feed")
    names = {"id": "id", "url": "link", "title": "title", "summary": "summary", "date_published": "published"}
    entries = []
    for item in items:
        if isinstance(item, dict):
            entry = {new: item[old] for old, new in names.items() if old in item}
            parts = [
                item[name] for name in ("content_html", "content_text") if isinstance(item.get(name), str)
            ]
            entries.append({**entry, "content": [{"value": part} for part in parts]})
    return _line(feed, "title"), _text(feed, "home_page_url"), entries


def is_whole(data: bytes) -> bool:
    """Whether a feed goes on to its end; one that a server or a line cut short does not."""
    return _END.search(data[-_TAIL:].replace(b"\0", b"")) is not None


def _draft(entry: _Entry, place: str, source: str | None, pages: PageReader) -> ReportDraft | None:
    """The draft of an entry; of one with a headline and nothing else, that is its text."""
    url, title = _text(entry, "link"), _line(entry, "title")
    bodies = (_without_tail(_plain(part), pages) for part in _parts(entry))
    text = max(bodies, key=len, default="")
    if not _says_something(text):
        text = title or ""
    if not _says_something(text):
        return None
    values = {"source": source, "title": title, "published": _day(entry, pages.days), "url": url}
    return ReportDraft(id=_id(entry, url, text), text=text, place=place).stating(values, "field")


def _id(entry: _Entry, url: str | None, text: str) -> str:
    """The entry's own id; none begins as an option of a command does."""
    id = (_text(entry, "id") or url or "").lstrip("-")
    return id or f"entry-{sha256(text.encode()).hexdigest()[:8]}"


def _says_something(text: str) -> bool:
    """Whether there is a sentence in it, or enough words for one."""
    words = len(_WORD.findall(text))
    return (
        words >= _FEWEST_WORDS
        or (words > 1 and SENTENCE_END.search(text) is not None)
        or (words > 0 and SENTENCE_END.search(text) is not None and "..." not in text)
    )


def _parts(entry: _Entry) -> Iterator[str]:
    for content in entry.get("content", ()):
        yield str(content.get("value") or "")
    yield str(entry.get("summary") or "")


def _plain(markup: str) -> str:
    """The text of a part; one without a tag is text already, if it was not escaped twice."""
    if not _TAG.search(markup):
        markup = unescape(unescape(markup))
    if not _TAG.search(markup):
        return markup.replace("\xa0", " ").strip()
    return unescape(page_text(markup)).replace("\xa0", " ")


def _without_tail(text: str, pages: PageReader) -> str:
    """`text` without the last lines that say where it was published, or lead to comments."""
    lines = text.splitlines()
    while lines and (not lines[-1].strip() or pages.is_feed_tail(lines[-1])):
        lines.pop()
    return "\n".join(lines)


def _day(entry: _Entry, days: DayFinder) -> str | None:
    """The day of publication as printed, in its own zone: correcting a report does not publish it anew."""
    # Asked for what it lacks, feedparser gives another date in its place.
    for name in ("published", "updated"):
        value = entry[name] if name in entry else None  # noqa: SIM401
        if isinstance(value, str):
            iso = _ISO_DAY.match(value)
            if day := days.find(iso[1] if iso else value):
                return day
    return None


def _line(entry: _Entry, name: str) -> str | None:
    """A title: without tags, its entities decoded."""
    value = _text(entry, name)
    return value and (" ".join(_TAG.sub("", unescape(unescape(value))).split()) or None)


def _text(entry: _Entry, name: str) -> str | None:
    value = entry.get(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None
