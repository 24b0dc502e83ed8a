"""The verdict on a claim: how many independent witnesses it has, and whether it is contradicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product

from accord.group import count_origins
from accord.reconcile.drafts import ClaimDraft
from accord.records import Evidence, Origin, Verdict

_STRONGEST: tuple[Verdict, ...] = ("corroborated", "echoed", "single source")


def witnesses(evidence: Sequence[Evidence], origins: Sequence[Origin]) -> int:
    """How many independent witnesses quotations amount to."""
    reports = {item.report for item in evidence}
    return count_origins(evidence, origins) if len(reports) > 1 else len(reports)


def agreed(evidence: Sequence[Evidence], origins: Sequence[Origin]) -> Verdict:
    """The verdict on what nobody contradicts."""
    if len({item.report for item in evidence}) < 2:
        return "single source"
    return "corroborated" if witnesses(evidence, origins) > 1 else "echoed"


def verdict(claim: ClaimDraft, origins: Sequence[Origin]) -> Verdict:
    """The verdict on a claim; what only one report contradicts of its own words is inconsistent.

    Where reports differ without contradicting, it is that of the value with most witnesses; a
    report that gives several values is a witness for none.
    """
    for i, j in claim.clashes:
        pairs = product(claim.values[i].reports, claim.values[j].reports)
        if any(one != other for one, other in pairs):
            return "contested"
    if claim.clashes:
        return "inconsistent"
    if claim.differences:
        given = Counter(report for value in claim.values for report in value.reports)
        found = {
            agreed([item for item in value.evidence if given[item.report] == 1], origins)
            for value in claim.values
        }
        return next(one for one in _STRONGEST if one in found)
    return agreed([item for value in claim.values for item in value.evidence], origins)
