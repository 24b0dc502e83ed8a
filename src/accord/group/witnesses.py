"""How many independent witnesses quotations amount to, when copied passages count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from accord.group.union import Union
from accord.records import Evidence, Origin


def count_origins(evidence: Sequence[Evidence], origins: Sequence[Origin]) -> int:
    """Count the independent witnesses among `evidence`.

    A report is one witness however often it is quoted, and reports whose quotations lie in the
    same shared passage are one together.  Shared quotations of a speaker make nobody one witness.
    """
    quoted: dict[str, list[Evidence]] = defaultdict(list)
    for item in evidence:
        quoted[item.report].append(item)
    numbers = {report: number for number, report in enumerate(quoted)}
    union = Union(len(numbers))
    for origin in origins:
        if origin.kind != "passage":
            continue
        reports = [
            passage.report
            for passage in origin.evidence
            if any(e.start < passage.end and passage.start < e.end for e in quoted.get(passage.report, ()))
        ]
        for report in reports[1:]:
            union.join(numbers[reports[0]], numbers[report])
    return len(union.sets())
