"""How much a fact weighs in its story: by how many reports tell it, and how early."""

from __future__ import annotations

from collections.abc import Iterable

from accord.reconciliation.facts.alignment import FactGroup
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources


def weightiest(groups: Iterable[FactGroup], sources: Sources) -> list[FactGroup]:
    """The groups, first those that most reports tell; of as many, those told earliest in them."""
    sizes = {reading.id: len(reading.sentences) for reading in sources.readings}

    def depth(at: SentenceAt) -> float:
        return at.index / sizes[at.report]

    def weight(group: FactGroup) -> tuple[int, float, SentenceAt]:
        first = {at.report: depth(at) for at in reversed(group.sentences)}
        return -len(first), sum(first.values()) / len(first), group.sentences[0]

    return sorted(groups, key=weight)
