"""Candidates that stand in one report: how much nearer a pair is than what else either could be one with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.reconciliation.coreference.mention import ActMention, Pair
from accord.reconciliation.feature_registry import FeatureRow


class PairRivalry(Struct, frozen=True, gc=False):
    """How a pair stands to the other candidates of either mention in the report of the other.

    `lead` is by how much it is nearer than the nearest of them, the less of both sides; `most` is how many
    candidates there are, itself among them, on the side that has more; `apart` says that it is of two
    reports.
    """

    lead: float
    most: int
    apart: bool


def rivalries(mentions: Sequence[ActMention], found: Mapping[Pair, FeatureRow]) -> dict[Pair, PairRivalry]:
    """The rivalry of every pair of candidates, by the features of each pair for itself."""
    scores = {pair: _nearness(row) for pair, row in found.items()}
    fields: dict[tuple[int, str], list[float]] = defaultdict(list)
    for (one, other), score in scores.items():
        fields[one, mentions[other].report].append(score)
        fields[other, mentions[one].report].append(score)
    for field in fields.values():
        field.sort(reverse=True)
    return {
        (one, other): PairRivalry(
            lead=min(_lead(score, here), _lead(score, there)),
            most=max(len(here), len(there)),
            apart=mentions[one].report != mentions[other].report,
        )
        for (one, other), score in scores.items()
        for here, there in [(fields[one, mentions[other].report], fields[other, mentions[one].report])]
    }


def _nearness(row: FeatureRow) -> float:
    return row["rare arguments"] + row["rare near"] + row["rare sentence"] + row["same word"] / 2


def _lead(score: float, field: Sequence[float]) -> float:
    """By how much a score is better than the best of the others; `field` is sorted, the best first."""
    others = field[1:] if field[0] == score else field
    return score - (others[0] if others else 0.0)
