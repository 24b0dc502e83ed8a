"""What is told of missions: acts as one report tells them, and the changes of level they bring about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from accord.records import Evidence

ActKind = Literal[
    "open",
    "close",
    "raise",
    "present",
    "appoint",
    "arrive",
    "interim",
    "promote",
    "establish",
    "sever",
    "interrupt",
    "resume",
    "recognize",
    "war",
]

RESIDENT = frozenset({"Embassy", "Legation"})
"""Levels of missions to a government, which stand in its country."""

# Acts by which a mission comes to stand, and acts by which it goes: those of a sort date each other.
SORTS: Mapping[ActKind, Literal["comes", "goes"]] = {
    "open": "comes", "raise": "comes", "present": "comes", "promote": "comes", "arrive": "comes",
    "interim": "comes", "resume": "comes",
    "close": "goes", "sever": "goes", "interrupt": "goes", "war": "goes",
}  # fmt: skip

ENDS = frozenset(kind for kind, sort in SORTS.items() if sort == "goes")
"""Acts after which no mission stands."""

BUILT: frozenset[ActKind] = frozenset({"open", "close", "raise"})
"""Acts that are done to the mission itself."""


class MissionAct(Struct, frozen=True, gc=False):
    """An act that a report tells of the mission of the state that sends it.

    `level` is the level of the mission or what the rank of its head stands for (None: not told), `of`
    the level it is told to have had before; `away` says that the head of the mission resides elsewhere,
    `settled` that he is the first who does not; `paragraph`
    counts the report's paragraphs, so that what is told together can be read together.
    """

    kind: ActKind
    level: str | None
    date: str
    evidence: Evidence
    source: str = "prose"
    away: bool = False
    settled: bool = False
    of: str | None = None
    place: str | None = None
    paragraph: int = 0


class LevelChange(Struct, frozen=True, gc=False):
    """From `date` the mission stood at `level`: why, and the words that say so."""

    level: str
    date: str
    act: ActKind
    evidence: tuple[Evidence, ...]
    note: str = ""
