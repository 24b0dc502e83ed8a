"""Feeds, RSS and Atom: their entries as drafts of reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from accord.intake.html import page_text
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MOST_ENTRIES = 1000
_TAG = re.compile(r"<[a-zA-Z/!][^>]{0,1000}>")


def read_feed(data: bytes, place: str) -> Iterator[ReportDraft | Problem]:
    """The entries of a feed, and what is wrong with them.

    Raises:
        InputError: it is no feed, or one that does what no feed needs to.
    """
    import feedparser

    if _ENTITY.search(data):
        raise InputError("it declares entities of its own, which feeds do to do harm", "follow another feed")
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version"):
        raise InputError("it is no RSS or Atom feed", "give the address of the feed, not of the page")
    entries = found.entries
    if not entries and found.get("bozo"):
        raise InputError(f"it is malformed: {found.bozo_exception}", "it is tried again the next time")
    source = _text(found.feed, "title")
    for number, entry in enumerate(entries[:_MOST_ENTRIES], 1):
        try:
            yield _draft(entry, place, source)
        except InputError as error:
            yield error.problem(f"{place} entry {_text(entry, 'id') or _text(entry, 'link') or number}")
    if len(entries) > _MOST_ENTRIES:
        reason = f"it has {len(entries)} entries; the first {_MOST_ENTRIES} were read"
        yield Problem(place, reason, "follow a feed of its parts")


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
