"""The acts of missions that a list of their heads records, one entry a paragraph.

An entry is a name, a rank and fields: "N. N., Ambassador. Credentials presented: 1935-05-04. Left post
on 1936-03-16."  What an entry tells in sentences, and the notes between entries, are read as prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from accord.guides.act_objects import plain
from accord.guides.act_wordings import Words
from accord.guides.bilateral import Sides
from accord.guides.mission_acts import Act
from accord.guides.prose import acts as prose_acts
from accord.records import (
    Evidence,
    Reading,
)

_ENTRY = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]*)*")
_PRESENTED = re.compile(r"\bCredentials presented:\s*(\d{4}(?:-\d\d){0,2})")
_LEFT = re.compile(
    r"\b(?:Left|Departed(?:\s+from)?)\s+([A-Z][^\d.]*?)\.?\s+(?:on\s+|about\s+|in\s+)?(?:or\s+\w+\s+)?\d{4}"
)
_HEAD = re.compile(r"[^:]*?(?=\.\s+(?:\w+\s+)*\w+:|\.?\s*\Z)")
_FROM_FIELDS = frozenset({"present", "appoint", "establish"})


def is_list(reading: Reading) -> bool:
    """Whether the report is such a list: most of its paragraphs are entries."""
    paragraphs = [m[0] for m in _ENTRY.finditer(reading.text)]
    entries = sum(_PRESENTED.search(p) is not None for p in paragraphs)
    return entries > 0 and 2 * entries >= len(paragraphs) - 2


def acts(reading: Reading, sides: Sides, words: Words) -> tuple[Act, ...]:
    """The acts that the list records, in the order of the text."""
    told = [
        replace(act, source="list")
        for act in prose_acts(reading, sides, words)
        if act.kind not in _FROM_FIELDS
    ]
    return tuple(sorted((*_entries(reading, sides, words), *told), key=lambda act: act.evidence.start))


def _entries(reading: Reading, sides: Sides, words: Words) -> Iterator[Act]:
    for number, match in enumerate(_ENTRY.finditer(reading.text)):
        entry = match[0]
        presented = _PRESENTED.search(entry)
        head = _HEAD.match(entry)
        if presented is None or head is None:
            continue
        rank = next((m for m in words.rank.finditer(head[0]) if m[1]), None)
        if rank is None:
            continue
        held = words.ranks[plain(rank[0])]
        start, end = match.start(), match.start() + presented.end()
        yield Act(
            kind="interim" if held.interim else "present",
            level=held.level,
            date=presented[1],
            evidence=Evidence(reading.id, start, end, reading.text[start:end]),
            source="list",
            away=_left_elsewhere(entry, sides),
            paragraph=number,
        )


def _left_elsewhere(entry: str, sides: Sides) -> bool:
    """Whether the head of mission left from a city that is not the host's: he resided there."""
    left = _LEFT.search(entry)
    if left is None or left[1].startswith("Post"):
        return False
    if left[1] in sides.capitals or sides.host.match(left[1]) is not None:
        return False
    return sides.is_city_abroad(left[1])
