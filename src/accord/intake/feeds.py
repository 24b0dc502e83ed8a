"""Feeds, RSS and Atom: their entries as drafts of reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from accord.faults import fault
from accord.intake.html import page_text
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MOST_ENTRIES = 1000
_TAIL = 4096
_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*-->\s*)*\Z", re.IGNORECASE | re.DOTALL)
_LATER = "it is tried again the next time"
_TAG = re.compile(r"<[a-zA-Z/!][^>]{0,1000}>")


def read_feed(data: bytes, place: str) -> Iterator[ReportDraft | Problem]:
    """The entries of a feed, and what is wrong with them.

    Raises:
        InputError: it is no feed, or one that does what no feed needs to.
    """
    import feedparser

    if _ENTITY.search(data.replace(b"\0", b"")):  # as UTF-16 has it
        raise InputError("it declares entities of its own, which feeds do to do harm", "follow another feed")
    try:
        found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        # Whatever a feed does to the parser, it must not end the round of the others.
        raise InputError(f"it could not be parsed ({type(error).__name__})", _LATER) from error
    if not found.get("version"):
        raise InputError("it is no RSS or Atom feed", "give the address of the feed, not of the page")
    entries = found.entries
    if not entries and found.get("bozo"):
        raise InputError(f"it is malformed: {found.bozo_exception}", _LATER)
    source = _text(found.feed, "title")
    for number, entry in enumerate(entries[:_MOST_ENTRIES], 1):
        name = f"{place} entry {_text(entry, 'id') or _text(entry, 'link') or number}"
        try:
            yield _draft(entry, place, source)
        except InputError as error:
            yield error.problem(name)
        except Exception as error:
            yield fault(name, "reading", error)
    if len(entries) > _MOST_ENTRIES:
        reason = f"it has {len(entries)} entries; the first {_MOST_ENTRIES} were read"
        yield Problem(place, reason, "follow a feed of its parts")


def is_whole(data: bytes) -> bool:
    """Whether a feed goes on to its end; one that a server or a line cut short does not."""
    return _END.search(data[-_TAIL:].replace(b"\0", b"")) is not None


def _draft(entry: Mapping[str, Any], place: str, source: str | None) -> ReportDraft:
    url, title = _text(entry, "link"), _text(entry, "title")
    text = max((_plain(part) for part in _parts(entry)), key=len, default="")
    if not text:
        raise InputError("it has no text", "follow a feed with whole reports, or give --pages")
    values = {"source": source, "title": title, "published": _day(entry), "url": url}
    id = _text(entry, "id") or url or title or ""
    return ReportDraft(id=id, text=text, place=place).stating(values, "field")


def _parts(entry: Mapping[str, Any]) -> Iterator[str]:
    for content in entry.get("content", ()):
        yield str(content.get("value") or "")
    yield str(entry.get("summary") or "")


def _plain(markup: str) -> str:
    """The text of a part; one without a tag is text already."""
    if not _TAG.search(markup):
        return markup.strip()
    return page_text(markup)


def _day(entry: Mapping[str, Any]) -> str | None:
    """The day of publication in UTC: correcting a report does not publish it anew."""
    # Asked for what it lacks, feedparser gives another date in its place.
    told = [entry[name] for name in ("published_parsed", "updated_parsed") if name in entry]
    parsed = next(filter(None, told), None)
    try:
        return date(*parsed[:3]).isoformat() if parsed else None
    except ValueError:
        return None


def _text(entry: Mapping[str, Any], name: str) -> str | None:
    value = entry.get(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None
