"""The acts of missions that a list of their heads records, one entry a paragraph.

An entry is a name, a rank and fields: "N. N., Ambassador. Credentials presented: 1935-05-04. Left post
on 1936-03-16."  What an entry tells in sentences, and the notes between entries, are read as prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from accord.guides.act_objects import plain
from accord.guides.act_wordings import GuideWords
from accord.guides.bilateral import Sides
from accord.guides.mission_acts import MissionAct
from accord.guides.phrase_patterns import EntryPatterns
from accord.guides.prose import acts as prose_acts
from accord.records import Evidence, Reading

_ENTRY = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]*)*")
_HEAD = re.compile(r"[^:]*?(?=\.\s+(?:\w+\s+)*\w+:|\.?\s*\Z)")
_FROM_FIELDS = frozenset({"present", "appoint", "establish"})


def is_list(reading: Reading, words: GuideWords) -> bool:
    """Whether the report is such a list: most of its paragraphs are entries."""
    paragraphs = [m[0] for m in _ENTRY.finditer(reading.text)]
    entries = sum(words.phrases.entries.presented.search(p) is not None for p in paragraphs)
    return entries > 0 and 2 * entries >= len(paragraphs) - 2


def acts(reading: Reading, sides: Sides, words: GuideWords) -> tuple[MissionAct, ...]:
    """The acts that the list records, in the order of the text."""
    told = [
        replace(act, source="list")
        for act in prose_acts(reading, sides, words)
        if act.kind not in _FROM_FIELDS
    ]
    return tuple(sorted((*_entries(reading, sides, words), *told), key=lambda act: act.evidence.start))


def _entries(reading: Reading, sides: Sides, words: GuideWords) -> Iterator[MissionAct]:
    for number, match in enumerate(_ENTRY.finditer(reading.text)):
        entry = match[0]
        presented = words.phrases.entries.presented.search(entry)
        head = _HEAD.match(entry)
        if presented is None or head is None:
            continue
        rank = next((m for m in words.rank.finditer(head[0]) if m[1]), None)
        if rank is None:
            continue
        held = words.ranks[plain(rank[0])]
        start, end = match.start(), match.start() + presented.end()
        yield MissionAct(
            kind="interim" if held.interim else "present",
            level=held.level,
            date=presented[1],
            evidence=Evidence(reading.id, start, end, reading.text[start:end]),
            source="list",
            away=_left_elsewhere(entry, sides, words.phrases.entries),
            paragraph=number,
        )


def _left_elsewhere(entry: str, sides: Sides, words: EntryPatterns) -> bool:
    """Whether the head of mission left from a city that is not the host's: he resided there."""
    left = words.left.search(entry)
    if left is None or left[1].startswith(words.own_post):
        return False
    if left[1] in sides.capitals or sides.host.match(left[1]) is not None:
        return False
    return sides.is_city_abroad(left[1])
