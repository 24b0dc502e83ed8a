"""How much a fact weighs in its story: by how many reports tell it, how fully, and how early."""

from __future__ import annotations

import math
from collections.abc import Iterable

from accord.reconciliation.facts.alignment import FactGroup
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources

# What reports come back to, and what they tell in full, is of the story rather than beside it.  Chosen on the
# fifteen stories of the development gold.
_AGAIN = 0.5
_FULL = 0.03


def weightiest(groups: Iterable[FactGroup], sources: Sources) -> list[FactGroup]:
    """The groups, first those that most reports tell most of; of like weight, those told earliest in them."""

    def terms(at: SentenceAt) -> int:
        return len(set(sources.reading(at.report).sentences[at.index].terms))

    def depth(at: SentenceAt) -> float:
        return at.index / len(sources.reading(at.report).sentences)

    def weight(group: FactGroup) -> tuple[float, float, SentenceAt]:
        first = {at.report: depth(at) for at in reversed(group.sentences)}
        told, reports = len(group.sentences), len(first)
        full = sum(map(terms, group.sentences)) / told
        much = math.log(reports) + _AGAIN * math.log(told / reports) + _FULL * full
        return -round(much, 6), sum(first.values()) / reports, group.sentences[0]

    return sorted(groups, key=weight)
