"""Versions of one text at one address: which of them is the fullest, and which corrects another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from msgspec import Struct
from sqlalchemy import Connection, or_, select

from accord.intake.report_draft import ReportDraft
from accord.store.reports import load_texts
from accord.store.rows import holds, parts
from accord.store.schema import copies

# A version that is shorter than this share of the other is a summary of it, whatever its words.
_WHOLE_SHARE = 0.9
# What was cut off may end inside a word, with a mark or an invitation to read on.
_TORN_WORDS = 3
_WORD = re.compile(r"\w+")
# A line of a file is named after it.
_LINE = re.compile(r" line \d+\Z")


class Version(Enum):
    """What a text is to another of the same address."""

    PART = "an excerpt or a summary of it"
    FULLER = "fuller: the same address gives more of the text"
    CORRECTED = "corrected: the same address or file holds another text"


class HeldCopy(Struct, frozen=True):
    """A copy that a store holds, as far as it is compared with what comes in."""

    key: int
    text_key: int
    place: str
    url: str | None
    text: str


def compare_versions(new: str, old: str) -> Version:
    """What the text `new` is to `old`, which came from the same address before.

    >>> compare_versions("The ferry ran aground off", "The ferry ran aground off the point. Nobody was hurt.")
    <Version.PART: 'an excerpt or a summary of it'>
    """
    ours, theirs = _WORD.findall(new.casefold()), _WORD.findall(old.casefold())
    if _is_part(ours, theirs):
        return Version.PART
    if _is_part(theirs, ours):
        return Version.FULLER
    return Version.CORRECTED


def without_parts(drafts: Sequence[ReportDraft]) -> list[ReportDraft]:
    """`drafts` without those that are cut out of another one of the same address."""
    fullest = {draft.url: list[list[str]]() for draft in drafts if draft.url}
    kept: set[int] = set()
    for index, draft in sorted(enumerate(drafts), key=lambda pair: -len(pair[1].text)):
        words = _WORD.findall(draft.text.casefold()) if draft.url else []
        if draft.url and draft.stem is None:
            longer = fullest[draft.url]
            if any(len(words) < len(other) and _is_cut(words, other) for other in longer):
                continue
            longer.append(words)
        kept.add(index)
    return [draft for index, draft in enumerate(drafts) if index in kept]


def supersede(
    draft: ReportDraft, held: Iterable[HeldCopy], earlier: frozenset[str]
) -> dict[int, Version] | None:
    """The copies that `draft` takes the place of, and as what; None if it is only a part of one.

    The same file is whatever it holds now.  Of one address the fullest text counts; `earlier` are texts that
    were held for that address before and corrected: they come again from another feed that was not corrected.
    """
    found: dict[int, Version] = {}
    for copy in held:
        if _one_source(copy, draft) and (draft.stem is not None or copy.text == draft.text):
            found[copy.key] = Version.CORRECTED
            continue
        if copy.text == draft.text:
            continue
        version = compare_versions(draft.text, copy.text)
        if version is Version.PART:
            return None
        if version is Version.CORRECTED and not _one_source(copy, draft) and draft.text in earlier:
            return None
        found[copy.key] = version
    return found


def held_copies(connection: Connection, drafts: Iterable[ReportDraft]) -> list[HeldCopy]:
    """The copies that have an address or a file in common with one of `drafts`."""
    found: dict[int, tuple[int, str, str | None]] = {}
    for part in parts(drafts, 200):
        urls = {draft.url for draft in part if draft.url}
        files = {draft.place for draft in part if draft.stem is not None}
        query = select(copies.c.key, copies.c.text_key, copies.c.place, copies.c.url).where(
            or_(copies.c.url.in_(urls), copies.c.place.in_(files)), holds(copies)
        )
        if urls or files:
            found.update({row[0]: (row[1], row[2], row[3]) for row in connection.execute(query)})
    said = load_texts(connection, {key for key, _, _ in found.values()})
    return [HeldCopy(key, text, place, url, said[text]) for key, (text, place, url) in sorted(found.items())]


def is_rival(draft: ReportDraft, copy: HeldCopy) -> bool:
    """Whether a copy that is held has the address or the file of `draft`."""
    same_file = draft.stem is not None and draft.place == copy.place
    return same_file or (draft.url is not None and draft.url == copy.url)


def earlier_texts(connection: Connection, urls: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The texts that were held for each of `urls` once, and are no longer."""
    keys: dict[str, set[int]] = {}
    for part in parts(sorted(set(urls))):
        query = select(copies.c.url, copies.c.text_key).where(
            copies.c.url.in_(part), copies.c.retracted.is_not(None)
        )
        for url, key in connection.execute(query):
            keys.setdefault(url, set()).add(key)
    said = load_texts(connection, {key for found in keys.values() for key in found})
    return {url: frozenset(said[key] for key in found) for url, found in keys.items()}


def _one_source(copy: HeldCopy, draft: ReportDraft) -> bool:
    """Whether both are from the same place; lines of a file are of one source."""
    return _LINE.sub("", copy.place) == _LINE.sub("", draft.place)


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether one text gives no more than another: the same words, cut out of it, or far fewer."""
    if words == whole or len(words) < _WHOLE_SHARE * len(whole):
        return True
    return len(words) < len(whole) and _is_cut(words, whole)


def _is_cut(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether `words` stand in `whole`, one after the other, but for the last few, which may be torn."""
    sure = words[:-_TORN_WORDS] or words
    return f" {' '.join(sure)} " in f" {' '.join(whole)} "
