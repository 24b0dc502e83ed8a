"""The mission that one state kept in another, over time, from all that the guides on the other tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.grouping.copies import find_copies
from accord.grouping.witnesses import WireFinder
from accord.guides import lists, prose
from accord.guides.act_wordings import GuideWords
from accord.guides.bilateral import Sides
from accord.guides.contradictions import GuideContradiction, contradictions
from accord.guides.joining import in_capital, merged, sharpened
from accord.guides.level_rules import MissionRules
from accord.guides.levels import changes
from accord.guides.mission_acts import LevelChange, MissionAct
from accord.records import Origin, Reading


class MissionHistory(Struct, frozen=True):
    """The `acts` that the guides on `host` (a name) tell of the missions of `sender` (a code).

    `changes` are those of the mission's level that the acts bring about, by date.  `contradictions` are the
    acts that the guides tell in two ways; the changes take one date of each.  `origins` are the passages
    that several of the guides share: they are one witness for what those tell.

    >>> history = found.histories[0]
    >>> history.sender, history.host, [(change.date, change.level) for change in history.changes]
    ('USA', 'Norway', [('1905-06-05', 'Legation'), ('1940-07-15', 'None')])
    """

    sender: str
    host: str
    acts: tuple[MissionAct, ...]
    changes: tuple[LevelChange, ...]
    contradictions: tuple[GuideContradiction, ...] = ()
    origins: tuple[Origin, ...] = ()


def history_of(
    readings: Sequence[Reading],
    sides: Sides,
    sender: str,
    words: GuideWords,
    rules: MissionRules,
    wires: WireFinder,
) -> MissionHistory:
    """The mission of `sender` in the host of `sides`; the order of the readings does not matter."""
    told: tuple[MissionAct, ...] = ()
    listed: tuple[MissionAct, ...] = ()
    by_the_way = False
    for reading in sorted(readings, key=lambda reading: reading.id):
        if lists.is_list(reading, words):
            listed += lists.acts(reading, sides, words)
        else:
            told += prose.acts(reading, sides, words)
            by_the_way = by_the_way or sides.is_about_other(reading.text)
    read = in_capital((*told, *listed), sides)
    sharp = sharpened((*told, *listed))
    acts = in_capital(merged(sharp[: len(told)], sharp[len(told) :]), sides)
    if by_the_way:
        read, acts = (
            tuple(act for act in some if sides.names_host(act.evidence.text)) for some in (read, acts)
        )
    return MissionHistory(
        sender=sender,
        host=sides.name,
        acts=read,
        changes=changes(acts, rules),
        contradictions=contradictions(read),
        origins=find_copies(readings, wires) if len(readings) > 1 else (),
    )
