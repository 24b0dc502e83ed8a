"""Reference works on missions: the level that one state kept in another, as ledger entries."""

from __future__ import annotations

from accord.guides.contradictions import GuideContradiction
from accord.guides.history import MissionHistory
from accord.guides.reader import GuideFindings, GuideReader, read_guides

__all__ = [
    "GuideContradiction",
    "GuideFindings",
    "GuideReader",
    "MissionHistory",
    "read_guides",
]
