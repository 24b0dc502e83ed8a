"""How many independent witnesses quotations amount to, when copied passages count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from accord.records import Evidence, Origin


def count_origins(evidence: Sequence[Evidence], origins: Sequence[Origin]) -> int:
    """Count the independent witnesses among `evidence`.

    A report is one witness however often it is quoted, and reports whose quotations lie in the
    same shared passage are one together.  Shared quotations of a speaker make nobody one witness.
    """
    parent: dict[str, str] = {item.report: item.report for item in evidence}

    def root(report: str) -> str:
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    quoted: dict[str, list[Evidence]] = defaultdict(list)
    for item in evidence:
        quoted[item.report].append(item)
    for origin in origins:
        if origin.kind != "passage":
            continue
        reports = [
            passage.report
            for passage in origin.evidence
            if any(e.start < passage.end and passage.start < e.end for e in quoted.get(passage.report, ()))
        ]
        for report in reports[1:]:
            one, other = sorted((root(reports[0]), root(report)))
            parent[other] = one
    return len({root(report) for report in parent})
